package spine.dicomweb.internal.query;

import java.util.List;
import java.util.stream.Stream;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicomweb.internal.archive.HeadAttribute;
import spine.dicomweb.internal.archive.Instance;
import spine.dicomweb.internal.archive.Level;

/**
 * A study, a series or an instance that was found.
 *
 * @param level what it is
 * @param studyObjects all objects of its study; empty if nothing of the study is to be told, as below an address that names it
 * @param seriesObjects all objects of its series; empty if nothing of the series is to be told
 * @param instance the object, or the first of them
 */
record Answer(Level level, List<Instance> studyObjects, List<Instance> seriesObjects, Instance instance) {
    private static final int INSTANCE_AVAILABILITY = 0x00080056;
    private static final int MODALITIES_IN_STUDY = 0x00080061;
    private static final int RETRIEVE_URL = 0x00081190;
    private static final int AVAILABLE_TRANSFER_SYNTAX = 0x00083002;
    private static final int STUDY_SERIES = 0x00201206;
    private static final int STUDY_INSTANCES = 0x00201208;
    private static final int SERIES_INSTANCES = 0x00201209;

    /** The attributes that answers have by themselves (PS3.18 tables 10.6.3-3 to 10.6.3-5); those without a value are empty. */
    DicomObject attributes(String root) {
        DicomObject answer = new DicomObject().text(Tag.SpecificCharacterSet, "CS", "ISO_IR 192")
                .text(INSTANCE_AVAILABILITY, "CS", "ONLINE").text(RETRIEVE_URL, "UR", root + path());
        if (level == Level.STUDY || !studyObjects.isEmpty()) {
            copy(Level.STUDY, answer);
            answer.text(MODALITIES_IN_STUDY, "CS", values(Tag.Modality).toArray(String[]::new));
            answer.integers(STUDY_SERIES, values(Tag.SeriesInstanceUID).count());
            answer.integers(STUDY_INSTANCES, studyObjects.size());
        }
        if (level == Level.SERIES || !seriesObjects.isEmpty() && level == Level.INSTANCE) {
            copy(Level.SERIES, answer);
            answer.integers(SERIES_INSTANCES, seriesObjects.size());
        }
        if (level == Level.INSTANCE) {
            copy(Level.INSTANCE, answer);
            answer.text(AVAILABLE_TRANSFER_SYNTAX, "UI", instance.transferSyntax());
        }
        // They say where an answer belongs, also where nothing else is told of study and series.
        uid(Tag.StudyInstanceUID, true, answer);
        uid(Tag.SeriesInstanceUID, level != Level.STUDY, answer);
        return answer;
    }

    private String path() {
        String study = "/studies/" + instance.study();
        String series = study + "/series/" + instance.series();
        return switch (level) {
            case STUDY -> study;
            case SERIES -> series;
            case INSTANCE -> series + "/instances/" + instance.uid();
        };
    }

    private Stream<String> values(int tag) {
        return studyObjects.stream().map(object -> object.head().text(tag)).filter(value -> !value.isEmpty()).distinct().sorted();
    }

    private void copy(Level of, DicomObject answer) {
        for (HeadAttribute attribute : HeadAttribute.values()) {
            if (attribute.level() == of) {
                answer.put(instance.head().element(attribute.tag())
                        .orElseGet(() -> DicomElement.of(attribute.tag(), attribute.vr(), new byte[0])));
            }
        }
    }

    private void uid(int tag, boolean wanted, DicomObject answer) {
        if (wanted) {
            instance.head().element(tag).ifPresent(answer::put);
        }
    }
}
