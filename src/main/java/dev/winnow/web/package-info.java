/**
 * The workbench in the browser: a server on this machine alone, which shows what becomes of pages, and helps to write rules. What it
 * tells, other packages know; here it is put into JSON.
 */
@NullMarked
package dev.winnow.web;

import org.jspecify.annotations.NullMarked;
