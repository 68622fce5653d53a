package spine.app.internal.cli.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import spine.io.dimse.SentFile;
import spine.io.dimse.SentFile.Outcome;

class SendSummaryTest {

    @Test
    void everyFateIsCountedAndEveryFailureNamed() {
        SendSummary summary = new SendSummary("pacs:104", List.of(fate("notes.txt", Outcome.LEFT_OUT, "notes.txt is not a DICOM file"),
                fate("cut", Outcome.UNUSABLE, "cut is cut off"), fate("a", Outcome.STORED, ""),
                fate("b", Outcome.STORED, "the answer is 0xB000 done with a warning"),
                fate("c", Outcome.REFUSED, "the answer is 0xA700 out of resources"),
                fate("d", Outcome.UNSENT, "pacs:104: the connection broke"),
                fate("e", Outcome.UNSENT, "pacs:104: the connection broke")));
        assertEquals("pacs:104  2 objects stored, 1 refused, 2 not sent, 1 damaged, 1 left out (not DICOM, or DICOMDIR)", summary.line());
        assertEquals(List.of("cut is cut off.", "b was stored, but the answer is 0xB000 done with a warning.",
                "c was refused: the answer is 0xA700 out of resources.", "2 objects not sent, from d on: pacs:104: the connection broke."),
                summary.complaints());
        assertEquals(2, summary.json().get("stored").asInt());
        assertEquals(4, summary.json().get("failures").size());
        assertEquals("damaged", summary.json().get("failures").get(0).get("outcome").asText());
    }

    private static SentFile fate(String file, Outcome outcome, String reason) {
        return new SentFile(Path.of(file), outcome, reason);
    }
}
