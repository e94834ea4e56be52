package dev.winnow.source.office;

import java.io.InterruptedIOException;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Writes the events of a parser as HTML: elements, attributes that describe the text, and the text. */
final class HtmlBody extends DefaultHandler {

    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "meta", "link", "col", "wbr");

    /** Elements whose content is not text. */
    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title");

    private static final Set<String> KEPT = Set.of("class", "id", "href", "colspan", "rowspan");

    private final StringBuilder html = new StringBuilder();
    private final int mostCharacters;
    private int unseen;
    private long characters;

    HtmlBody(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    CharSequence html() {
        return html;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        String name = localName.isEmpty() ? qName : localName;
        unseen += UNSEEN.contains(name) ? 1 : 0;
        if (unseen > 0) {
            return;
        }
        if (isBlock(name) && !html.isEmpty() && html.charAt(html.length() - 1) != '\n') {
            html.append('\n');
        }
        html.append('<').append(name);
        for (int i = 0; i < attributes.getLength(); i++) {
            String attribute = attributes.getLocalName(i);
            if (KEPT.contains(attribute)) {
                html.append(' ').append(attribute).append("=\"");
                html.append(DublinCore.escaped(attributes.getValue(i))).append('"');
            }
        }
        html.append('>');
        count(name.length());
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        String name = localName.isEmpty() ? qName : localName;
        if (unseen == 0 && !VOID.contains(name)) {
            html.append("</").append(name).append('>');
        }
        unseen -= UNSEEN.contains(name) ? 1 : 0;
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (unseen == 0) {
            html.append(DublinCore.escaped(new String(text, start, length)));
            count(length);
        }
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        characters(text, start, length);
    }

    private void count(int length) throws SAXException {
        characters += length;
        if (characters > mostCharacters) {
            throw new TooLong();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new SAXException(new InterruptedIOException());
        }
    }

    private static boolean isBlock(String name) {
        return switch (name) {
            case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "ul", "ol", "li", "header", "footer" ->
                true;
            default -> false;
        };
    }

    /** The text is longer than allowed. */
    static final class TooLong extends SAXException {
        private static final long serialVersionUID = 1;
    }
}
