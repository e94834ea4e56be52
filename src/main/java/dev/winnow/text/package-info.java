/**
 * Facts that all packages use: properties of characters, hosts of URLs, paths in messages. No language, no rule. Imports
 * crawler-commons for the Public Suffix List.
 */
@NullMarked
package dev.winnow.text;

import org.jspecify.annotations.NullMarked;
