package dev.winnow.document;

import org.jspecify.annotations.Nullable;

/** A picture of the article. At least one of caption and credit is known. */
public record Image(@Nullable String caption, @Nullable String credit) {}
