package dev.winnow.normalize;

import dev.winnow.document.Edit;
import java.util.List;

/** Repairs UTF-8 that was read in a legacy charset. */
final class Mojibake implements TriggeredStep {
    @Override
    public String name() {
        return "mojibake";
    }

    @Override
    public int triggers() {
        return Census.MOJIBAKE;
    }

    static boolean isSuspicious(String text, int at) {
        return false;
    }

    @Override
    public List<Edit> edits(String text) {
        return List.of();
    }
}
