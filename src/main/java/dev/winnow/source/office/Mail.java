package dev.winnow.source.office;

import dev.winnow.document.SourceDocument.Form;
import dev.winnow.source.Decoded;
import dev.winnow.source.Decoder;
import dev.winnow.source.RefusedException;
import dev.winnow.source.RichParser.Parsed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/**
 * Reads one mail: its subject, authors, date, and its body as HTML if it has one, else as text. Attachments are left out and
 * counted. One instance serves one mail.
 */
final class Mail {

    /** Maximum depth of nested parts. Forwarded mails are nested, but deeper nesting is hostile. */
    private static final int MOST_LEVELS = 30;

    private static final int LONGEST_HEADER_LINE = 1 << 20;

    private final int mostCharacters;
    private final List<String> texts = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int attachments;
    private long characters;

    private Mail(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    static Parsed parse(byte[] bytes, int mostCharacters) throws IOException, RefusedException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.custom()
                .setMaxLineLen(LONGEST_HEADER_LINE)
                .setMaxHeaderLen(LONGEST_HEADER_LINE)
                .build());
        Message message = builder.parseMessage(new ByteArrayInputStream(bytes));
        try {
            Mail mail = new Mail(mostCharacters);
            mail.read(message, 0);
            return mail.parsed(message);
        } finally {
            message.dispose();
        }
    }

    private Parsed parsed(Message message) throws RefusedException {
        if (attachments > 0) {
            warnings.add(attachments + (attachments == 1 ? " attachment was" : " attachments were") + " left out");
        }
        String subject =
                message.getSubject() == null ? "" : message.getSubject().strip();
        List<String> authors = authors(message);
        String date = date(message);
        if (!pages.isEmpty()) {
            DublinCore head = new DublinCore(subject, authors, null, null, null, date, null);
            StringBuilder body = new StringBuilder(String.join("\n", pages));
            texts.forEach(text ->
                    body.append("\n<pre>").append(DublinCore.escaped(text)).append("</pre>"));
            return new Parsed(Form.HTML, head.into(body.toString()), Map.of(), warnings);
        }
        if (texts.isEmpty() && attachments > 0) {
            throw new RefusedException("has no text, only attachments");
        }
        Map<String, Object> known = new LinkedHashMap<>();
        if (!subject.isEmpty()) {
            known.put("title", subject);
        }
        if (!authors.isEmpty()) {
            known.put("authors", authors);
        }
        if (date != null) {
            known.put("published", date);
        }
        return new Parsed(Form.TEXT, String.join("\n\n", texts), known, warnings);
    }

    private void read(Entity entity, int level) throws IOException, RefusedException {
        if (level > MOST_LEVELS) {
            throw new RefusedException("has parts nested deeper than " + MOST_LEVELS + " levels");
        }
        Body body = entity.getBody();
        if (body instanceof Multipart multipart) {
            for (Entity part :
                    "alternative".equalsIgnoreCase(multipart.getSubType()) ? best(multipart) : parts(multipart)) {
                read(part, level + 1);
            }
        } else if (body instanceof Message || !isText(entity)) {
            attachments++;
        } else if (body instanceof SingleBody single) {
            text(entity, single);
        }
    }

    private static List<Entity> parts(Multipart multipart) {
        return multipart.getBodyParts();
    }

    /** Returns the richest readable alternative; alternatives are sorted by increasing richness. */
    private static List<Entity> best(Multipart multipart) {
        List<Entity> parts = parts(multipart);
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).isMultipart() || isText(parts.get(i))) {
                return List.of(parts.get(i));
            }
        }
        return List.of();
    }

    private static boolean isText(Entity entity) {
        String type = entity.getMimeType();
        boolean attached = "attachment".equalsIgnoreCase(entity.getDispositionType());
        return !attached && (type.equalsIgnoreCase("text/plain") || type.equalsIgnoreCase("text/html"));
    }

    private void text(Entity entity, SingleBody body) throws IOException, RefusedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.writeTo(bytes);
        ContentTypeField type = entity.getHeader() == null
                ? null
                : entity.getHeader().getField("Content-Type") instanceof ContentTypeField field ? field : null;
        Decoded decoded = Decoder.decode(bytes.toByteArray(), type == null ? null : type.getCharset());
        warnings.addAll(decoded.warnings());
        String text = decoded.text();
        characters += text.length();
        if (characters > mostCharacters) {
            throw LibraryParser.tooLong(mostCharacters);
        }
        if (text.isBlank()) {
            return;
        }
        if (entity.getMimeType().equalsIgnoreCase("text/html")) {
            pages.add(text);
        } else {
            boolean flowed = type != null && "flowed".equalsIgnoreCase(type.getParameter("format"));
            texts.add(flowed ? flowed(text) : text);
        }
    }

    /** Joins lines that end in a space (RFC 3676). */
    private static String flowed(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        for (String line : text.lines().toList()) {
            // A space at the beginning was inserted by the mail program and is removed (space-stuffing).
            joined.append(line.startsWith(" ") ? line.substring(1) : line);
            boolean signature = line.equals("-- ");
            joined.append(line.endsWith(" ") && !signature ? "" : "\n");
        }
        return joined.toString();
    }

    private static List<String> authors(Message message) {
        Stream<Mailbox> from = message.getFrom() == null ? Stream.empty() : message.getFrom().stream();
        return from.map(Mailbox::getName)
                .filter(name -> name != null && !name.isBlank())
                .map(String::strip)
                .toList();
    }

    /** Returns the date in the sender's time zone; null if it cannot be read. */
    private static @Nullable String date(Message message) {
        Field field = message.getHeader() == null ? null : message.getHeader().getField("Date");
        if (field != null) {
            try {
                String written =
                        field.getBody().replaceAll("\\([^)]*\\)", "").strip().replaceAll("\\s+", " ");
                return DateTimeFormatter.RFC_1123_DATE_TIME
                        .withLocale(Locale.ROOT)
                        .parse(written, OffsetDateTime::from)
                        .toString();
            } catch (DateTimeException otherForm) {
                // The library reads older date formats too, but without the zone.
            }
        }
        return message.getDate() == null
                ? null
                : message.getDate().toInstant().atOffset(ZoneOffset.UTC).toString();
    }
}
