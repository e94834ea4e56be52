package dev.winnow.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.release.Release.Ran;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jar first on the class path of a program that has other versions of Winnow's libraries: it works and disturbs nobody. */
class NeighboursTest {

    /** Libraries that the program has in its own version, and those that log in Winnow's place. */
    private static final Pattern OTHERS = Pattern.compile("(winnow-start|jackson-|jsoup-|slf4j-|log4j-).*");

    @Test
    void worksBesideOtherJacksonJsoupAndLoggers() throws IOException {
        List<Path> jars = new ArrayList<>(List.of(Release.LIBRARIES.resolve("winnow.jar")));
        jars.addAll(jars(Release.BUILT.resolve("neighbours")));
        jars(Release.LIBRARIES).stream()
                .filter(jar -> !OTHERS.matcher(jar.getFileName().toString()).matches())
                .forEach(jars::add);
        Ran ran = Release.run(
                Release.REPOSITORY,
                System.getenv(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                        "src/release/neighbours/Neighbours.java"));
        assertThat(ran.err()).contains("INFO Neighbours - a line of the program's own log");
        assertThat(ran.out().lines())
                .containsExactly("page true true", "record true true", "Ferry service resumes", "Jackson 2.18.4");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void theJarHoldsNothingThatConcernsOthers() throws IOException {
        try (JarFile jar = new JarFile(Release.LIBRARIES.resolve("winnow.jar").toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Class-Path"))
                    .isNull();
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName))
                    .allMatch(name -> name.startsWith("dev/winnow/")
                            || name.startsWith("rules/")
                            || name.startsWith("META-INF/services/dev.winnow.")
                            || name.equals("META-INF/MANIFEST.MF")
                            || name.equals("org/jsoup/parser/NodePlacingTreeBuilder.class"));
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
