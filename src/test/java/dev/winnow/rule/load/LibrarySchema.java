package dev.winnow.rule.load;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rule files' schema in a validator that knows all of JSON Schema, to hold ours against. */
final class LibrarySchema {

    private final Validator validator;
    private final URI schema;

    /**
     * Takes a schema.
     *
     * @param checkSchema whether the schema itself is checked against draft 2020-12
     */
    LibrarySchema(YamlNode schema, boolean checkSchema) {
        this.validator = new ValidatorFactory()
                .withDefaultDialect(new Dialects.Draft2020Dialect())
                .withJsonNodeFactory(new Factory())
                .withDisabledSchemaValidation(!checkSchema)
                .createValidator();
        this.schema = validator.registerSchema(new Node(schema, ""));
    }

    /** What the library finds wrong, as {@code place keyword}. */
    List<Error> errors(YamlNode node) {
        return validator.validate(schema, new Node(node, "")).getErrors();
    }

    private static final class Factory implements JsonNodeFactory {
        @Override
        public JsonNode wrap(Object node) {
            if (node instanceof JsonNode wrapped) {
                return wrapped;
            }
            YamlNode yaml = node instanceof String key ? text(key) : (YamlNode) node;
            return new Node(yaml, "");
        }

        @Override
        public JsonNode create(String text) {
            return new Node(YamlReader.read("-", text, text.lines().toList(), new Problems()), "");
        }
    }

    private static YamlNode.Text text(String value) {
        YamlNode.Position nowhere = new YamlNode.Position(1, 1);
        return new YamlNode.Text(value, YamlNode.Text.Style.DOUBLE_QUOTED, nowhere, nowhere);
    }

    private record Node(YamlNode yaml, String pointer) implements JsonNode {

        @Override
        public String getJsonPointer() {
            return pointer;
        }

        @Override
        public SimpleType getNodeType() {
            if (yaml instanceof YamlNode.Items) {
                return SimpleType.ARRAY;
            }
            if (yaml instanceof YamlNode.Mapping) {
                return SimpleType.OBJECT;
            }
            return switch (NodeType.of(yaml)) {
                case NULL -> SimpleType.NULL;
                case BOOLEAN -> SimpleType.BOOLEAN;
                case INTEGER -> SimpleType.INTEGER;
                case NUMBER -> SimpleType.NUMBER;
                default -> SimpleType.STRING;
            };
        }

        @Override
        public boolean asBoolean() {
            return asString().equalsIgnoreCase("true");
        }

        @Override
        public String asString() {
            return ((YamlNode.Text) yaml).value();
        }

        @Override
        public BigInteger asInteger() {
            return asNumber().toBigInteger();
        }

        @Override
        public BigDecimal asNumber() {
            return new BigDecimal(asString());
        }

        @Override
        public List<JsonNode> asArray() {
            List<JsonNode> nodes = new ArrayList<>();
            for (YamlNode item : ((YamlNode.Items) yaml).items()) {
                nodes.add(new Node(item, pointer + "/" + nodes.size()));
            }
            return nodes;
        }

        @Override
        public Map<String, JsonNode> asObject() {
            Map<String, JsonNode> nodes = new LinkedHashMap<>();
            for (YamlNode.Entry entry : ((YamlNode.Mapping) yaml).entries()) {
                String key = entry.key().value();
                nodes.put(key, new Node(entry.value(), pointer + "/" + JsonNode.encodeJsonPointer(key)));
            }
            return nodes;
        }
    }
}
