package dev.winnow.web;

/**
 * An edited rule file that is not saved yet. It exists only in a tab of the browser.
 *
 * @param file path relative to the folder of rules, with {@code /}
 * @param yaml whole text of the file
 */
record Draft(String file, String yaml) {}
