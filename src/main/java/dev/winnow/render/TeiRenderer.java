package dev.winnow.render;

import dev.winnow.document.Article;
import java.util.List;

/**
 * Writes TEI P5 that is valid against the schema {@code tei_all}. Each document is a {@code TEI} element; several in one file
 * or stream are a {@code teiCorpus}. The header holds the metadata, the body the article and, with the ledger, the back matter
 * every change. {@link TeiText} says which label becomes which element.
 */
final class TeiRenderer implements Renderer {

    private static final String NAMESPACE = "http://www.tei-c.org/ns/1.0";

    /** Processing instruction by which XML editors find the schema. */
    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<?xml-model href=\"http://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng\""
            + " type=\"application/xml\" schematypens=\"http://relaxng.org/ns/structure/1.0\"?>\n";

    private final boolean withLedger;

    TeiRenderer(boolean withLedger) {
        this.withLedger = withLedger;
    }

    @Override
    public void render(Article article, Utf8Buffer out) {
        TeiHeader header = new TeiHeader(article);
        XmlOut xml = new XmlOut(out);
        xml.open("TEI", "xmlns", NAMESPACE).raw("\n<teiHeader>\n");
        header.fileDescription(xml);
        // Write the text before the header: the header has the number of characters replaced in the text.
        Utf8Buffer rest = new Utf8Buffer();
        XmlOut following = new XmlOut(rest);
        header.profileDescription(following);
        header.foreignData(following);
        following.raw("</teiHeader>\n");
        TeiLedger ledger = withLedger ? TeiLedger.of(article) : TeiLedger.none();
        new TeiText(article, ledger, following).write(header.language());
        header.encodingDescription(xml.replaced() + following.replaced(), xml);
        out.append(rest);
        xml.raw("</TEI>\n");
    }

    @Override
    public void beginFile(Utf8Buffer out) {
        out.ascii(PROLOG);
    }

    @Override
    public void separate(String id, boolean first, Utf8Buffer out) {
        if (first) {
            beginCorpus(new XmlOut(out));
        }
    }

    private static void beginCorpus(XmlOut xml) {
        xml.raw(PROLOG).open("teiCorpus", "xmlns", NAMESPACE);
        xml.raw(
                "\n<teiHeader>\n<fileDesc>\n<titleStmt><title>Corpus</title></titleStmt>\n"
                        + "<publicationStmt><p/></publicationStmt>\n<sourceDesc><p/></sourceDesc>\n</fileDesc>\n<encodingDesc>\n");
        TeiHeader.application(xml, List.of());
        xml.raw("</encodingDesc>\n</teiHeader>\n");
    }

    @Override
    public void end(boolean empty, Utf8Buffer out) {
        XmlOut xml = new XmlOut(out);
        if (empty) {
            beginCorpus(xml);
        }
        xml.raw("</teiCorpus>\n");
    }
}
