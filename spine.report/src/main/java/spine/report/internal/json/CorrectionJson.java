package spine.report.internal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import spine.api.report.Correction;

/** The member {@code correction}: what a person changed in the result of the models. */
final class CorrectionJson {

    private CorrectionJson() {
    }

    static ObjectNode of(Correction correction) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("reportSha256", correction.reportSha256());
        ArrayNode files = node.putArray("files");
        correction.files().forEach(file -> files.addObject().put("name", file.name()).put("sha256", file.sha256()));
        ObjectNode renamed = node.putObject("renamed");
        correction.renamed().forEach((old, now) -> renamed.put(old.name(), now.name()));
        node.putObject("oedema").put("added", correction.oedema().added()).put("removed", correction.oedema().removed())
                .put("changed", correction.oedema().changed());
        ArrayNode structures = node.putArray("structures");
        correction.structures().forEach(structures::add);
        return node;
    }
}
