import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.Winnow;
import dev.winnow.document.SourceDocument;
import dev.winnow.render.Format;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.slf4j.LoggerFactory;

/** A program that uses Winnow beside its own versions of Jackson, jsoup and SLF4J. NeighboursTest runs it. */
class Neighbours {

    public static void main(String[] args) throws Exception {
        String sentence = "The first ferry left the harbour on Sunday morning, the company said.";
        String page = "<html><head><title>Ferry</title></head><body><nav>Menu</nav><h1>Ferry service resumes</h1><p>"
                + sentence
                + "</p><p>Two more ferries will follow on Monday, said Ada Holm, who leads the company.</p></body></html>";
        List<SourceDocument> documents = new ArrayList<>();
        documents.add(SourceDocument.html("page", page));
        ObjectMapper json = new ObjectMapper();
        byte[] record = json.writeValueAsBytes(Map.of("id", "record", "text", sentence));
        try (Inputs inputs = Inputs.of(new ByteArrayInputStream(record), "records.jsonl", Limits.DEFAULT)) {
            inputs.forEachRemaining(input -> documents.add(((Input.Document) input).document()));
        }
        Winnow winnow = Winnow.builder().build();
        for (SourceDocument document : documents) {
            String article = Format.JSONL.render(winnow.clean(document));
            boolean kept = json.readTree(article).get("text").asText().contains(sentence);
            System.out.println(document.id() + " " + kept + " "
                    + (winnow.explain(document).toJson().length() > 0));
        }
        System.out.println(Jsoup.parse(page).select("h1").text());
        System.out.println("Jackson " + json.version());
        LoggerFactory.getLogger(Neighbours.class).info("a line of the program's own log");
    }
}
