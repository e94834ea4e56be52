package dev.winnow.output;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.document.SourceDocument;
import dev.winnow.document.TrackedText;
import dev.winnow.render.Articles;
import dev.winnow.render.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        Path file = folder.resolve("deep/checkpoint");
        Checkpoint checkpoint = new Checkpoint(
                Map.of("inputs", "a \"b\".txt", "--format", "text"),
                9,
                Long.MIN_VALUE,
                7,
                1L << 40,
                (1L << 40) + 1,
                2,
                99,
                5,
                "c3RhdGU=");
        new Checkpoint(Map.of(), 0, 0, 0, 0, Checkpoint.MORE_TO_COME, 0, 0, 0, "").write(file);
        checkpoint.write(file);
        assertThat(Checkpoint.read(file)).isEqualTo(checkpoint);
        assertThat(file.resolveSibling("checkpoint.part")).doesNotExist();
    }

    @Test
    void saysThatAFileIsNoCheckpoint() throws IOException {
        Path file = Files.writeString(folder.resolve("checkpoint"), "{\"inputs\": 12");
        assertThatThrownBy(() -> Checkpoint.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--restart");
    }

    @Test
    void standsBesideAFileAndInsideAFolder() throws IOException {
        Path file = folder.resolve("out.jsonl");
        assertThat(RunFiles.of(file.toString(), Format.JSONL))
                .hasValue(new RunFiles(
                        file,
                        folder.resolve("out.jsonl.part"),
                        folder.resolve("out.jsonl.checkpoint"),
                        folder.resolve("out.jsonl.rejected.jsonl")));
        Path out = folder.resolve("out");
        assertThat(RunFiles.of(out + "/", Format.JSONL))
                .hasValue(new RunFiles(out, null, out.resolve(".winnow/checkpoint"), out.resolve("rejected.jsonl")));
        assertThat(RunFiles.of(out.toString(), Format.PARQUET))
                .hasValue(new RunFiles(out, null, out.resolve(".winnow/checkpoint"), out.resolve("_rejected.jsonl")));
        assertThat(RunFiles.of("-", Format.PARQUET)).isEmpty();
        assertThat(RunFiles.of("/dev/null", Format.PARQUET)).isEmpty();
    }

    @Test
    void leavesTheNameOfTheRejectedToThem() {
        FileNames names = new FileNames(".jsonl");
        RunFiles.RESERVED.forEach(names::reserve);
        assertThat(names.of("rejected")).isEqualTo("rejected-2.jsonl");
        assertThat(names.of("rejected.jsonl.part/x")).isEqualTo("rejected.jsonl.part-2/x.jsonl");
    }

    @Test
    void tellsRejectedDocumentsOnlyWhenThereAreSome() throws IOException {
        Path file = folder.resolve("out.rejected.jsonl");
        Files.writeString(file, "of an earlier run\n");
        try (RejectedWriter none = RejectedWriter.open(file)) {
            none.commit();
        }
        assertThat(file).doesNotExist();
        try (RejectedWriter one = RejectedWriter.open(file)) {
            one.write("a.txt:3", null, "unreadable", "is \"nothing\"");
            assertThat(file).doesNotExist();
            one.commit();
        }
        assertThat(file)
                .hasContent(
                        "{\"origin\":\"a.txt:3\",\"id\":null,\"cause\":\"unreadable\",\"reason\":\"is \\\"nothing\\\"\"}\n");
    }

    @Test
    void refusesAFileThatAnotherRunWrites() throws IOException {
        String file = folder.resolve("out.jsonl").toString();
        try (ArticleWriter first = ArticleWriter.open(file, Format.JSONL, false, OutputStream.nullOutputStream())) {
            assertThatThrownBy(() -> ArticleWriter.open(file, Format.JSONL, false, OutputStream.nullOutputStream()))
                    .hasMessageContaining("another run is writing to it");
            first.commit();
        }
        ArticleWriter.open(file, Format.JSONL, false, OutputStream.nullOutputStream())
                .close();
    }

    @Test
    void cutsOffWhatCameAfterTheCheckpoint() throws IOException {
        Path file = folder.resolve("rejected.jsonl");
        long length;
        try (RejectedWriter first = RejectedWriter.open(file)) {
            first.write("a", "1", "time", "late");
            length = first.save();
            first.write("b", "2", "time", "late");
        }
        try (RejectedWriter second = RejectedWriter.open(file)) {
            second.resume(length);
            second.write("c", "3", "time", "late");
            second.commit();
        }
        assertThat(Files.readAllLines(file)).hasSize(2).last().asString().contains("\"c\"");
    }

    @Test
    void failsLoudlyWhereSomebodyExchangedItsFile() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "somebody else's");
        Path file = folder.resolve("out.jsonl");
        Path part = RunFiles.underWay(file);
        for (Exchange exchange : List.<Exchange>of(
                Files::deleteIfExists,
                one -> Files.move(one, folder.resolve("moved"), REPLACE_EXISTING),
                one -> Files.copy(other, one, REPLACE_EXISTING),
                one -> Files.writeString(one, "more", APPEND),
                one -> Files.deleteIfExists(one.resolveSibling("." + file.getFileName() + ".lock")))) {
            ArticleWriter writer =
                    ArticleWriter.open(file.toString(), Format.JSONL, false, OutputStream.nullOutputStream());
            writer.write(Articles.of(SourceDocument.of("a", "x"), TrackedText.of("x"), Articles.MUCH_KNOWN, 1));
            writer.end();
            writer.save();
            exchange.of(part);
            assertThatThrownBy(writer::commit).hasMessageContaining("was removed, renamed, replaced or changed");
            assertThat(file).doesNotExist();
            if (Files.exists(part) && Files.size(part) == Files.size(other)) {
                assertThat(part).hasSameBinaryContentAs(other);
            }
            writer.close();
            Files.deleteIfExists(part);
        }
    }

    @Test
    void aFolderHasOneRunAtATime() throws IOException {
        String out = folder.resolve("out") + "/";
        ArticleWriter first = ArticleWriter.open(out, Format.TEXT, false, OutputStream.nullOutputStream());
        assertThatThrownBy(() -> ArticleWriter.open(out, Format.TEXT, false, OutputStream.nullOutputStream()))
                .hasMessageContaining("another run is writing to it");
        Files.move(folder.resolve("out"), folder.resolve("elsewhere"));
        assertThatThrownBy(first::commit).hasMessageContaining("was removed, renamed");
        first.close();
        try (ArticleWriter second = ArticleWriter.open(out, Format.TEXT, false, OutputStream.nullOutputStream())) {
            second.commit();
        }
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void theRejectedHaveOneWriterWhoNoticesWhenTheyAreExchanged() throws IOException {
        Path file = folder.resolve("rejected.jsonl");
        try (RejectedWriter first = RejectedWriter.open(file)) {
            assertThatThrownBy(() -> RejectedWriter.open(file)).hasMessageContaining("another run is writing to it");
            first.write("a", "1", "time", "late");
            Files.delete(RunFiles.underWay(file));
            assertThatThrownBy(first::save).hasMessageContaining("was removed, renamed");
            assertThatThrownBy(first::commit).hasMessageContaining("was removed, renamed");
        }
        assertThat(folder).isEmptyDirectory();
    }

    private interface Exchange {
        Object of(Path file) throws IOException;
    }
}
