package spine.app.internal.cli.network;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import spine.io.dimse.SentFile;
import spine.io.dimse.SentFile.Outcome;

/**
 * What became of the files that were to be sent.
 *
 * @param node to which
 */
record SendSummary(String node, List<SentFile> fates) {

    long count(Outcome outcome) {
        return fates.stream().filter(fate -> fate.outcome() == outcome).count();
    }

    String line() {
        StringBuilder line = new StringBuilder(node + "  " + objects(count(Outcome.STORED)) + " stored");
        append(line, Outcome.REFUSED, "refused");
        append(line, Outcome.UNSENT, "not sent");
        append(line, Outcome.UNUSABLE, "damaged");
        append(line, Outcome.LEFT_OUT, "left out (not DICOM, or DICOMDIR)");
        return line.toString();
    }

    private void append(StringBuilder line, Outcome outcome, String words) {
        if (count(outcome) > 0) {
            line.append(", ").append(count(outcome)).append(' ').append(words);
        }
    }

    /** A sentence for each file that was not stored as it should, and one for all that were not sent, which share a reason. */
    List<String> complaints() {
        List<String> sentences = new ArrayList<>();
        for (SentFile fate : fates) {
            switch (fate.outcome()) {
                case REFUSED -> sentences.add(fate.file() + " was refused: " + fate.reason() + ".");
                case UNUSABLE -> sentences.add(fate.reason() + ".");
                case STORED -> {
                    if (!fate.reason().isEmpty()) {
                        sentences.add(fate.file() + " was stored, but " + fate.reason() + ".");
                    }
                }
                default -> { }
            }
        }
        fates.stream().filter(fate -> fate.outcome() == Outcome.UNSENT).findFirst().ifPresent(first -> sentences.add(
                objects(count(Outcome.UNSENT)) + " not sent, from " + first.file() + " on: " + first.reason() + "."));
        return sentences;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("node", node).put("stored", count(Outcome.STORED))
                .put("refused", count(Outcome.REFUSED)).put("notSent", count(Outcome.UNSENT)).put("damaged", count(Outcome.UNUSABLE))
                .put("leftOut", count(Outcome.LEFT_OUT));
        ArrayNode files = json.putArray("failures");
        fates.stream().filter(fate -> fate.outcome() != Outcome.STORED && fate.outcome() != Outcome.LEFT_OUT)
                .forEach(fate -> files.addObject().put("file", fate.file().toString()).put("outcome", words(fate.outcome()))
                        .put("reason", fate.reason()));
        return json;
    }

    /** The name by which they are counted. */
    private static String words(Outcome failure) {
        return switch (failure) {
            case REFUSED -> "refused";
            case UNSENT -> "notSent";
            case UNUSABLE -> "damaged";
            default -> throw new IllegalArgumentException("no failure: " + failure);
        };
    }

    private static String objects(long count) {
        return count + (count == 1 ? " object" : " objects");
    }
}
