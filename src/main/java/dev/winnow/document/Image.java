package dev.winnow.document;

import org.jspecify.annotations.Nullable;

/** A picture of the article; at least one of the two is known. */
public record Image(@Nullable String caption, @Nullable String credit) {}
