package dev.winnow.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * HTTP server on the loopback interface only. Every URL has a random token. Requests without the token, from another origin, or
 * with another host name (DNS rebinding) are refused.
 */
final class Server implements Closeable {

    private static final int TOKEN_BYTES = 24;
    /** Maximum number of requests processed in parallel; others wait. */
    private static final int AT_ONCE = 8;
    /** System property of the JDK's server: maximum time to receive a request, in seconds. It ends incomplete requests. */
    private static final String LONGEST_REQUEST = "sun.net.httpserver.maxReqTime";

    static {
        if (System.getProperty(LONGEST_REQUEST) == null) {
            System.setProperty(LONGEST_REQUEST, "60");
        }
    }

    /** Minimum size of an answer that is compressed, in bytes. */
    private static final int PACKED_FROM = 2048;

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    /** Handles a request. */
    interface Action {
        Answer act(Request request) throws IOException;
    }

    private final HttpServer http;
    private final ExecutorService threads;
    private final String token;
    private final Consumer<Throwable> bugs;
    private final Map<String, Action> actions = new HashMap<>();
    private final Semaphore work = new Semaphore(AT_ONCE, true);

    /**
     * @param port port; 0 for any free port
     * @param bugs gets unexpected errors
     * @throws IOException if the port is taken
     */
    Server(int port, Consumer<Throwable> bugs) throws IOException {
        this.bugs = bugs;
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        // One thread for each connection: an incomplete request must not block others.
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "workbench");
            thread.setDaemon(true);
            return thread;
        });
        http.setExecutor(threads);
        http.createContext("/", this::handle);
    }

    /** @param name method and path, {@code POST api/explain}; with a slash at the end it also stands for all paths below */
    Server on(String name, Action action) {
        actions.put(name, action);
        return this;
    }

    void start() {
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/" + token + "/");
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) {
        try {
            String path = admitted(exchange);
            String method = exchange.getRequestMethod();
            Action action = actions.get(method + " " + path);
            if (action == null) {
                action = actions.get(method + " " + path.substring(0, path.indexOf('/') + 1));
            }
            if (action == null && method.equals("GET")) {
                return asset(path.isEmpty() ? "index.html" : path);
            }
            if (action == null) {
                throw new Refusal(Answer.NOT_FOUND, "there is nothing at " + path);
            }
            return act(
                    action, new Request(path, exchange.getRequestURI().getRawQuery(), body(exchange.getRequestBody())));
        } catch (Refusal e) {
            return e.answer();
        } catch (FileSystemException e) {
            // A missing or unreadable file is not a bug.
            return new Refusal(Answer.FAILED, Refusal.plain(e)).answer();
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            bugs.accept(e);
            return new Refusal(Answer.FAILED, Refusal.message(e)).answer();
        }
    }

    private Answer act(Action action, Request request) throws IOException {
        work.acquireUninterruptibly();
        try {
            return action.act(request);
        } finally {
            work.release();
        }
    }

    /**
     * Returns the path after the token.
     *
     * @throws Refusal if the request is not allowed
     */
    private String admitted(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String port = ":" + http.getAddress().getPort();
        String host = String.valueOf(headers.getFirst("Host"));
        if (!List.of("127.0.0.1" + port, "localhost" + port).contains(host)) {
            throw new Refusal(Answer.FORBIDDEN, "the workbench answers only at its own address, not at " + host);
        }
        String origin = headers.getFirst("Origin");
        String site = headers.getFirst("Sec-Fetch-Site");
        if (origin != null && !origin.equals("http://" + host)
                || site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new Refusal(Answer.FORBIDDEN, "requests from other pages are refused");
        }
        String path = exchange.getRequestURI().getPath();
        int slash = path.indexOf('/', 1);
        String given = slash < 0 ? "" : path.substring(1, slash);
        if (!MessageDigest.isEqual(given.getBytes(UTF_8), token.getBytes(UTF_8))) {
            throw new Refusal(Answer.FORBIDDEN, "the URL has no valid token; open the URL that winnow serve printed");
        }
        // A form on another page cannot send these types.
        String type = headers.getFirst("Content-Type");
        if (exchange.getRequestMethod().equals("POST")
                && (type == null
                        || !type.startsWith("application/json") && !type.startsWith("application/octet-stream"))) {
            throw new Refusal(Answer.FORBIDDEN, "a request must be application/json");
        }
        return path.substring(slash + 1);
    }

    private static byte[] body(InputStream in) {
        byte[] body;
        try {
            body = in.readNBytes(Request.MOST_BYTES + 1);
        } catch (IOException e) {
            // The browser closed the connection; not a bug.
            throw new Refusal(Answer.BAD_REQUEST, "the request broke off");
        }
        if (body.length > Request.MOST_BYTES) {
            throw new Refusal(
                    Answer.TOO_LARGE,
                    "this is larger than " + (Request.MOST_BYTES >> 20)
                            + " MiB; name the file when you start winnow serve");
        }
        return body;
    }

    private static Answer asset(String path) throws IOException {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        // Only plain file names, so that no path leads out of the folder.
        if (type != null && path.matches("[a-z-]+\\.[a-z]+")) {
            try (InputStream in = Server.class.getResourceAsStream("/dev/winnow/web/" + path)) {
                if (in != null) {
                    return new Answer(Answer.OK, type, Answer.OWN, in.readAllBytes());
                }
            }
        }
        throw new Refusal(Answer.NOT_FOUND, "there is nothing at " + path);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("Content-Security-Policy", answer.policy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        byte[] body = answer.body();
        if (body.length >= PACKED_FROM && accepts(exchange.getRequestHeaders().getFirst("Accept-Encoding"))) {
            headers.set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(answer.status(), 0);
            try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
                out.write(body);
            }
        } else {
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static boolean accepts(@Nullable String encodings) {
        return encodings != null && encodings.contains("gzip");
    }
}
