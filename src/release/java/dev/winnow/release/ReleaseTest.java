package dev.winnow.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.winnow.release.Release.Ran;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The archives as a stranger has them: unpacked, with a runtime that has no compiler, without Maven, and without a network where this
 * system can take it away from a process.
 */
class ReleaseTest {

    /** All that the launcher needs beside Java. */
    private static final List<String> TOOLS = List.of(
            "awk",
            "cat",
            "cksum",
            "find",
            "getconf",
            "grep",
            "head",
            "ls",
            "locale",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sleep",
            "tail",
            "uname");

    private static Path work;
    private static Path home;
    private static Path unpacked;
    private static Path tools;
    private static Path runtime;
    private static List<String> offline;

    @BeforeAll
    static void unpack() throws IOException {
        work = Release.BUILT.resolve("a stranger's folder");
        Release.delete(work);
        home = Files.createDirectories(work.resolve("home"));
        runtime = work.resolve("java");
        Release.must(
                Path.of(System.getProperty("java.home"), "bin/jlink").toString(),
                "--add-modules",
                "java.se,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.unsupported,jdk.zipfs",
                "--output",
                runtime.toString());
        assertThat(runtime.resolve("bin/javac")).doesNotExist();
        tools = Files.createDirectories(work.resolve("tools"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), found(tool));
        }
        offline = Release.run(Release.REPOSITORY, System.getenv(), List.of("unshare", "-n", "true"))
                                .exit()
                        == 0
                ? List.of(found("unshare").toString(), "-n")
                : List.of();
        Release.must("tar", "-xzf", Release.archive(".tar.gz").toString(), "-C", work.toString());
        unpacked = work.resolve("winnow-" + Release.VERSION);
    }

    private static Path found(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(tool + " is not on the PATH"));
    }

    private static Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "PATH",
                runtime.resolve("bin") + ":" + tools,
                "HOME",
                home.toString(),
                "WINNOW_JAVA_OPTS",
                "-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9 -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=9"));
    }

    private static Ran winnow(String... arguments) {
        return winnow(unpacked.resolve("bin/winnow"), arguments);
    }

    private static Ran winnow(Path launcher, String... arguments) {
        List<String> command = new ArrayList<>(offline);
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        return Release.run(work, environment(), command);
    }

    /** Standard output of a run that ends well and says nothing else. */
    private static String out(String... arguments) {
        Ran ran = winnow(arguments);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        return ran.out();
    }

    // ---- what is in the archives ----

    @Test
    void zipAndTarHoldTheSame() throws IOException {
        Set<String> inTar = new TreeSet<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GzipCompressorInputStream(Files.newInputStream(Release.archive(".tar.gz"))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                add(inTar, entry, entry.getMode(), tar);
            }
        }
        Set<String> inZip = new TreeSet<>();
        try (ZipFile zip = ZipFile.builder().setPath(Release.archive(".zip")).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    add(inZip, entry, entry.getUnixMode(), in);
                }
            }
        }
        assertThat(inTar).hasSizeGreaterThan(500).anyMatch(file -> file.matches(".*/bin/winnow 755 .*"));
        Set<String> onlyInZip = new TreeSet<>(inZip);
        onlyInZip.removeAll(inTar);
        inTar.removeAll(inZip);
        assertThat(inTar).isEmpty();
        assertThat(onlyInZip).isEmpty();
    }

    private static void add(Set<String> files, ArchiveEntry entry, int mode, InputStream in) throws IOException {
        if (!entry.isDirectory()) {
            files.add(String.format(
                    Locale.ROOT, "%s %o %08x", entry.getName(), mode & 0777, Arrays.hashCode(in.readAllBytes())));
        }
    }

    @Test
    void linksLeadToFilesThatAreThere() throws IOException {
        try (Stream<Path> files = Files.walk(unpacked)) {
            List<Path> pages = files.filter(file ->
                            file.toString().endsWith(".md") && !file.startsWith(unpacked.resolve("third-party")))
                    .toList();
            assertThat(pages).contains(unpacked.resolve("README.md"), unpacked.resolve("rules/README.md"));
            for (Path page : pages) {
                Matcher link = Pattern.compile("]\\((?!https?:)([^)#\\s]+)").matcher(Files.readString(page));
                while (link.find()) {
                    assertThat(page.resolveSibling(link.group(1)))
                            .as("link in %s", page)
                            .exists();
                }
            }
        }
    }

    /** The texts of a licence are in the jar, or beside it, or it is Winnow's own. */
    @Test
    void everyJarHasItsLicence() throws IOException {
        Path texts = unpacked.resolve("third-party");
        List<String> listed = Files.readAllLines(texts.resolve("THIRD-PARTY.txt"));
        String sbom = Files.readString(unpacked.resolve("sbom.cdx.json"));
        try (Stream<Path> jars = Files.list(unpacked.resolve("lib"))) {
            for (Path jar :
                    jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
                String artifact = name.replaceFirst("-\\d.*", "");
                if (artifact.startsWith("winnow")) {
                    continue;
                }
                String place = ":" + artifact + ":" + name.substring(artifact.length() + 1);
                assertThat(listed).as("list of licences").anyMatch(line -> line.contains(place + " "));
                String line = listed.stream()
                        .filter(one -> one.contains(place + " "))
                        .findFirst()
                        .orElseThrow();
                boolean inJar;
                try (Stream<Path> found = Files.walk(texts.resolve(name + "-jar"))) {
                    inJar = found.anyMatch(Files::isRegularFile);
                }
                assertThat(inJar
                                || line.contains("(Apache")
                                || line.contains("(The Apache")
                                || Files.exists(texts.resolve(artifact + ".txt")))
                        .as("src/release/licences needs the text for %s", line)
                        .isTrue();
                assertThat(sbom).contains("/" + artifact + "@" + name.substring(artifact.length() + 1));
            }
        }
        assertThat(sbom).contains("CycloneDX").doesNotContain("serialNumber");
    }

    // ---- what it does ----

    @Test
    void cleansTextHtmlAndPdf() throws IOException {
        Path pages = Files.createDirectories(work.resolve("pages"));
        Files.writeString(pages.resolve("ferry.txt"), Release.SENTENCE + "\n");
        Files.writeString(
                pages.resolve("ferry.html"),
                "<body><nav>Menu</nav><h1>Ferry</h1><p>" + Release.SENTENCE + "</p></body>");
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(Release.SENTENCE);
                content.endText();
            }
            pdf.save(pages.resolve("ferry.pdf").toFile());
        }
        for (String page : List.of("ferry.txt", "ferry.html", "ferry.pdf")) {
            assertThat(out("clean", "--format", "text", "pages/" + page))
                    .as(page)
                    .contains(Release.SENTENCE)
                    .doesNotContain("Menu");
        }
        assertThat(out("clean", "pages", "--format", "parquet", "-o", "articles.parquet"))
                .isEmpty();
        assertThat(out("clean", "articles.parquet").lines())
                .hasSize(3)
                .allMatch(line -> line.contains("The first ferry"));
        assertThat(out("explain", "pages/ferry.txt")).contains("The first ferry");
    }

    @Test
    void cleansTheFixturesOfTheReadme() {
        Ran ran = winnow("clean", unpacked + "/fixtures/sites/**/source.*");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines().count()).isGreaterThan(50);
    }

    @Test
    void testsRulesAndFixturesOfATeam() throws IOException {
        Path team = work.resolve("team");
        Release.writeTeam(team, Release.SENTENCE);
        assertThat(out("test", "--rules", "team/rules", "--fixtures", "team/pages"))
                .contains("1 fixture: 1 hold");
        Release.writeTeam(team, "Something else.");
        assertThat(winnow("test", "--rules", "team/rules", "--fixtures", "team/pages")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void readsTheRulesOfItsFolder() throws IOException {
        Path changed = unpacked.resolve("rules/sites/changed.example.yaml");
        try {
            Files.writeString(changed, "pack: changed.example\nhosts: nowhere\n");
            assertThat(winnow("lint").out() + winnow("lint").err()).contains("changed.example.yaml");
        } finally {
            Files.delete(changed);
        }
    }

    @Test
    void servesTheWorkbench() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        unpacked.resolve("bin/winnow").toString(), "serve", "--no-open")
                .directory(work.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process process = builder.start();
        try (BufferedReader reader = process.inputReader(UTF_8)) {
            URI address = URI.create(reader.readLine());
            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<html");
            process.destroy();
            assertThat(process.waitFor()).isIn(0, 130, 143);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void saysHowToGetTheJobsOnSpark() {
        Ran ran = winnow("spark", "clean");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("docs/spark.md");
    }

    @Test
    void needsJava17() throws IOException {
        Path old = Files.createDirectories(work.resolve("old/bin"));
        Path java = Release.write(old.resolve("java"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Release.write(work.resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");
        Map<String, String> environment = environment();
        environment.put("PATH", old + ":" + tools);
        Ran ran = Release.run(
                work, environment, List.of(unpacked.resolve("bin/winnow").toString(), "--version"));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("Java 17 or newer is needed", "11.0.2");
    }

    // ---- the class-data archive ----

    @Test
    void makesTheArchiveOnceAndUsesItThroughALinkFromAnotherFolder() throws IOException {
        // Java 17 takes no classes from folders whose name has a space.
        Path plain = Files.createDirectories(Release.BUILT.resolve("unpacked"));
        Release.delete(plain);
        Release.must("unzip", "-q", Release.archive(".zip").toString(), "-d", plain.toString());
        Path launcher = plain.resolve("winnow-" + Release.VERSION + "/bin/winnow");
        Path lib = launcher.resolveSibling("../lib");
        assertThat(winnow(launcher, "--version").out()).startsWith("winnow ");
        List<Path> made = archives(lib);
        assertThat(made).hasSize(1);
        FileTime time = Files.getLastModifiedTime(made.get(0));
        Path link = work.resolve("a link");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, launcher);
        Map<String, String> environment = environment();
        environment.put("WINNOW_JAVA_OPTS", "-Xlog:class+load:file=loaded.txt");
        Ran ran = Release.run(home, environment, List.of(link.toString(), "--version"));
        assertThat(ran.out()).isEqualTo("winnow " + Release.VERSION + "\n");
        assertThat(Files.readString(home.resolve("loaded.txt")))
                .containsPattern("dev[.]winnow[.]cli[.]Main source: shared objects file");
        assertThat(archives(lib)).isEqualTo(made);
        assertThat(Files.getLastModifiedTime(made.get(0))).isEqualTo(time);
    }

    @Test
    void putsTheArchiveIntoTheCacheOfAUserWhoMayNotWriteTheFolder() throws IOException {
        Path folder = Files.createDirectories(work.resolve("read only"));
        Release.must("unzip", "-q", Release.archive(".zip").toString(), "-d", folder.toString());
        Path other = folder.resolve("winnow-" + Release.VERSION);
        Path cache = Files.createDirectories(work.resolve("cache"));
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // Permissions do not stop root, so another user runs it.
            command.addAll(List.of(found("setpriv").toString(), "--reuid=65534", "--clear-groups"));
            List<String> reach = new ArrayList<>(command);
            reach.addAll(List.of(found("test").toString(), "-x", other + "/bin/winnow"));
            assumeThat(Release.run(work, System.getenv(), reach).exit())
                    .as("another user can reach the folder")
                    .isZero();
            Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
        } else {
            Files.setPosixFilePermissions(other.resolve("lib"), PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        command.addAll(List.of(other.resolve("bin/winnow").toString(), "--version"));
        Map<String, String> environment = environment();
        environment.put("XDG_CACHE_HOME", cache.toString());
        for (int i = 0; i < 2; i++) {
            Ran ran = Release.run(folder, environment, command);
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out()).isEqualTo("winnow " + Release.VERSION + "\n");
            assertThat(archives(cache.resolve("winnow"))).hasSize(1);
            assertThat(archives(other.resolve("lib"))).isEmpty();
        }
        environment.put("XDG_CACHE_HOME", "/dev/null/nowhere");
        assertThat(Release.run(folder, environment, command).out()).startsWith("winnow ");
    }

    private static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .sorted()
                    .toList();
        }
    }
}
