/**
 * Lets a person check a run: draws a random sample of removed and kept lines as a sheet to judge, and computes precision and
 * residue with confidence intervals from the judged sheet.
 */
@NullMarked
package dev.winnow.audit;

import org.jspecify.annotations.NullMarked;
