/**
 * Libraries that few documents need, loaded on first use, so that the program's jar stays small and starts fast.
 *
 * <p>May import nothing of ours. A library's classes are named nowhere but in the one package of ours that calls it; whoever needs it
 * asks for an interface of ours by its implementation's name.
 */
@NullMarked
package dev.winnow.library;

import org.jspecify.annotations.NullMarked;
