package dev.winnow.document;

import org.jspecify.annotations.Nullable;

/**
 * Why a text was changed: what the ledger says of an edit.
 *
 * @param rule the full rule id ({@code trtworld.com/header}), the normaliser step ({@code normalize/spaces}) or the layout
 *     rule ({@code layout/paragraph}) that asked for the change
 * @param label what the removed text is; null where the change is not a removal of labelled text
 * @param why one phrase for a person, with the evidence
 */
public record Reason(String rule, @Nullable Label label, String why) {}
