package dev.winnow.web;

/**
 * A rule file as somebody is writing it; it lives in a tab of the browser until it is saved.
 *
 * @param file the path below the folder of rules, with {@code /}
 * @param yaml its whole text
 */
record Draft(String file, String yaml) {}
