package dev.winnow.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** See {@link Matcher.OfElements}. The page's markup finds it, not the literals of a line; {@link ElementProposer} tries it. */
record ElementMatcher(String selector, @Nullable Field field) implements CompiledMatcher {

    @Override
    public List<CompiledPattern> patterns() {
        return List.of();
    }

    @Override
    public List<Lookup> lookups() {
        return List.of();
    }

    @Override
    public Reach reach() {
        return Reach.ANYWHERE;
    }

    @Override
    public boolean isSweeping() {
        return true;
    }

    @Override
    public void attempt(Proposer pass, CompiledRule rule, Trigger trigger, int line) {
        throw new IllegalStateException("no line leads to it");
    }
}
