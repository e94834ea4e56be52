/**
 * Asks a person whether a run was right: a random sample of what was removed and kept, as a sheet to judge, and from the judged
 * sheet precision and residue with confidence intervals.
 *
 * <p>May import {@code document}, {@code rule} and {@code restore}.
 */
@NullMarked
package dev.winnow.audit;

import org.jspecify.annotations.NullMarked;
