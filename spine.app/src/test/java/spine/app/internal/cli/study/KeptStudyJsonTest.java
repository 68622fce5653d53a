package spine.app.internal.cli.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class KeptStudyJsonTest {

    @Test
    void scoresOfAReportAreToldAsThoseOfANewResult() throws Exception {
        JsonNode study = told("""
                {"study": {"studyInstanceUid": "1.2", "pseudonym": "P0"}, "index": {"id": "sparcc", "version": "1.0.0"},
                 "sparcc": {"total23": 7, "total6": 6, "intervals": {"coverage": 0.9, "totals": {"total23": [3, 9]}, "withheld": null},
                            "unitsInView": 15, "worst": ["T7/8"], "units": []},
                 "anatomy": {"spine": true, "units": 23, "nameConfidence": 0.9}, "warnings": ["W."], "failures": [], "notes": []}""");
        assertEquals("""
                {"pseudonym":"P0","scores":{"sparcc":{"total23":7,"total6":6,"unitsInView":15,"total23Interval":[3,9],"unitsOfSpine":23,\
                "worst":["T7/8"]}},"spine":true,"nameConfidence":0.9,"warnings":["W."],"failures":[],"notes":[]}""", study.toString());
    }

    @Test
    void noSpineHasNoTotal() throws Exception {
        JsonNode study = told("""
                {"study": {}, "sparcc": {"total23": null, "unitsInView": 0, "worst": [], "units": []},
                 "anatomy": {"spine": false, "units": 23, "nameConfidence": 0}, "warnings": [], "failures": [], "notes": []}""");
        assertTrue(study.at("/scores/sparcc/total23").isNull(), study.toString());
        assertFalse(study.get("spine").asBoolean());
    }

    private static JsonNode told(String report) throws Exception {
        ObjectNode study = JsonNodeFactory.instance.objectNode();
        KeptStudyJson.add(new ObjectMapper().readTree(report), study);
        return study;
    }
}
