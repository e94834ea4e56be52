package dev.winnow.parquet;

import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * The Parquet schema of articles. Columns have the names of the JSON fields; lists and maps have the standard form that all
 * readers know. Dates are text, since their precision varies. Extra fields of input records ({@code extra}) may have any type
 * and stay JSON.
 */
final class ArticleSchema {

    static final MessageType TYPE = MessageTypeParser.parseMessageType("""
            message article {
              required binary id (STRING);
              required binary text (STRING);
              optional binary source (STRING);
              optional binary created (STRING);
              optional binary added (STRING);
              required group metadata {
                optional binary title (STRING);
                optional binary description (STRING);
                required group authors (LIST) { repeated group list { required binary element (STRING); } }
                optional binary published (STRING);
                optional binary modified (STRING);
                optional binary section (STRING);
                required group tags (LIST) { repeated group list { required binary element (STRING); } }
                optional binary language (STRING);
                optional binary site (STRING);
                optional binary site_name (STRING);
                optional binary url (STRING);
                optional binary crawled (STRING);
                optional group warc {
                  required binary file (STRING);
                  optional int64 offset;
                  optional binary record_id (STRING);
                }
                optional binary place (STRING);
                optional binary dateline_date (STRING);
                optional binary agency (STRING);
                required group images (LIST) { repeated group list { required group element {
                  optional binary caption (STRING);
                  optional binary credit (STRING);
                } } }
                required group credits (LIST) { repeated group list { required binary element (STRING); } }
                optional int32 reading_minutes;
                required group evidence (MAP) { repeated group key_value {
                  required binary key (STRING);
                  required binary value (STRING);
                } }
                optional group undecided (MAP) { repeated group key_value {
                  required binary key (STRING);
                  required group value {
                    required binary raw (STRING);
                    required group candidates (LIST) { repeated group list { required binary element (STRING); } }
                  }
                } }
                optional binary extra (JSON);
              }
              required group winnow {
                required binary version (STRING);
                required binary rules (STRING);
                required double kept;
                required group article {
                  required binary verdict (STRING);
                  required double confidence;
                }
                required group warnings (LIST) { repeated group list { required binary element (STRING); } }
                optional binary charset (STRING);
              }
              optional group labels (LIST) { repeated group list { required group element {
                required int32 start;
                required int32 end;
                required binary label (STRING);
              } } }
              optional group ledger (LIST) { repeated group list { required group element {
                required binary op (STRING);
                required int32 start;
                required int32 end;
                optional binary label (STRING);
                required binary rule (STRING);
                optional binary why (STRING);
                optional binary text (STRING);
                optional binary with (STRING);
                optional int32 times;
                optional binary bytes (STRING);
              } } }
            }
            """);

    private ArticleSchema() {}
}
