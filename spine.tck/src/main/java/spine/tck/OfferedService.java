package spine.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.anatomy.AnatomyLocaliser;
import spine.api.image.StudyReader;
import spine.api.model.ModelCard;
import spine.api.model.SegmentationModel;
import spine.api.report.MaskReader;
import spine.api.report.MaskWriter;
import spine.api.report.ReportReader;
import spine.api.report.ReportWriter;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.api.training.CaseReader;

/** A registered service: its properties have to say what the service itself says. */
final class OfferedService {
    /** The extension points and the properties that each requires. */
    private static final Map<Class<?>, List<String>> PROPERTIES = Map.of(
            ScoringIndex.class, List.of(ScoringIndex.INDEX_ID, ScoringIndex.INDEX_VERSION),
            SegmentationModel.class, List.of(SegmentationModel.MODEL_ID, SegmentationModel.MODEL_VERSION, SegmentationModel.MODEL_ROLE),
            StudyReader.class, List.of(StudyReader.READER_ID),
            ReportWriter.class, List.of(ReportWriter.FORMAT),
            AnatomyLocaliser.class, List.of(), MaskReader.class, List.of(), MaskWriter.class, List.of(), ReportReader.class, List.of(),
            CaseReader.class, List.of());
    /** By name, so that only an author of a codec or decoder needs spine.dicom. */
    private static final Set<String> DICOM = Set.of("spine.dicom.DicomCodec", "spine.dicom.decode.FrameDecoder");

    private OfferedService() {
    }

    static boolean isExtension(ServiceReference<?> reference) {
        return types(reference).stream().anyMatch(type -> DICOM.contains(type)
                || PROPERTIES.keySet().stream().anyMatch(point -> point.getName().equals(type)));
    }

    static void check(ServiceReference<?> reference, Object service, Path work) throws IOException {
        assertNotNull(service, "the component of " + reference + " could not be made; is there something it needs and lacks?");
        PROPERTIES.forEach((point, keys) -> {
            if (point.isInstance(service)) {
                keys.forEach(key -> text(reference, key));
            }
        });
        if (service instanceof ScoringIndex index) {
            ScoringInput input = SampleSpine.whole().oedemaEverywhere().input();
            Score score = index.score(input);
            ScoreRules.check(input, score);
            assertEquals(score.indexId(), text(reference, ScoringIndex.INDEX_ID), "id of the score and " + ScoringIndex.INDEX_ID);
            assertEquals(score.indexVersion(), text(reference, ScoringIndex.INDEX_VERSION), "version of the score and "
                    + ScoringIndex.INDEX_VERSION);
        }
        if (service instanceof SegmentationModel model) {
            ModelCard card = model.card();
            assertEquals(card.id(), text(reference, SegmentationModel.MODEL_ID), "id of the card and " + SegmentationModel.MODEL_ID);
            assertEquals(card.version(), text(reference, SegmentationModel.MODEL_VERSION), "version of the card and "
                    + SegmentationModel.MODEL_VERSION);
            assertEquals(card.role(), text(reference, SegmentationModel.MODEL_ROLE), "role of the card and "
                    + SegmentationModel.MODEL_ROLE);
            model.segment(SampleStack.single(), Progress.SILENT, new Cancellation());
        }
        if (service instanceof StudyReader reader) {
            Words.assertIdentity(text(reference, StudyReader.READER_ID), StudyReader.READER_ID);
            reader.reads(work);
        }
        if (service instanceof ReportWriter writer) {
            Words.assertIdentity(text(reference, ReportWriter.FORMAT), ReportWriter.FORMAT);
            writer.write(SampleResult.all().skip(1).findFirst().orElseThrow().result(), work);
        }
    }

    private static String text(ServiceReference<?> reference, String key) {
        Object value = reference.getProperty(key);
        assertTrue(value instanceof String, "the service property " + key + " has to be a String, but is " + value + " of "
                + types(reference));
        assertFalse(((String) value).isBlank(), "the service property " + key + " is empty");
        return (String) value;
    }

    private static List<String> types(ServiceReference<?> reference) {
        return List.of((String[]) reference.getProperty(Constants.OBJECTCLASS));
    }
}
