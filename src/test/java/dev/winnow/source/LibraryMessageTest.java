package dev.winnow.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LibraryMessageTest {

    @Test
    void saysTheSameInEveryRun() {
        String message = "no version: " + new Thing() + ", nor a size";

        assertThat(LibraryMessage.of(new IOException(message))).isEqualTo("no version: Thing, nor a size");
    }

    @Test
    void standsOnOneLine() {
        assertThat(LibraryMessage.of(new IOException("cut off\n  at 12"))).isEqualTo("cut off at 12");
    }

    @Test
    void namesTheKindWhereNothingIsSaid() {
        assertThat(LibraryMessage.of(new EOFException())).isEqualTo("EOFException");
        assertThat(LibraryMessage.withKind(new EOFException())).isEqualTo("java.io.EOFException");
    }

    @Test
    void saysNothingOfWhatTheMachineTellsOnlyAtFirst() {
        Exception inside = new NullPointerException("Cannot invoke \"Page.rows()\" because \"page\" is null");

        assertThat(LibraryMessage.of(inside)).isEqualTo("NullPointerException");
        assertThat(LibraryMessage.withKind(inside)).isEqualTo("java.lang.NullPointerException");
    }

    private static final class Thing {}
}
