/**
 * The workbench in the browser: a local server that shows how pages are cleaned, and helps to write rules. Other packages do the
 * work; this one turns it into JSON.
 */
@NullMarked
package dev.winnow.web;

import org.jspecify.annotations.NullMarked;
