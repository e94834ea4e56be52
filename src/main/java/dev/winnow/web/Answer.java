package dev.winnow.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.render.PlainJson;

/**
 * An HTTP response.
 *
 * @param status HTTP status
 * @param type the content type
 * @param policy the content security policy
 */
record Answer(int status, String type, String policy, byte[] body) {

    /** Policy for the workbench itself: only its own scripts, styles and frames. */
    static final String OWN =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
                    + "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Policy for the text of pages: no scripts, no pictures, no working links. */
    static final String OF_PAGES = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;
    static final int GONE = 410;
    static final int TOO_LARGE = 413;
    static final int UNFIT = 422;
    static final int FAILED = 500;

    static Answer json(Object value) {
        return json(OK, value);
    }

    static Answer json(int status, Object value) {
        return new Answer(status, "application/json", OWN, PlainJson.of(value).getBytes(UTF_8));
    }
}
