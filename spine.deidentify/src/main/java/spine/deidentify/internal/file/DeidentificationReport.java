package spine.deidentify.internal.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import spine.common.file.AtomicFile;
import spine.deidentify.internal.dataset.Change;
import spine.deidentify.internal.profile.ConfidentialityTable;
import spine.deidentify.internal.profile.MethodCode;
import spine.deidentify.internal.profile.ProfileOptions;

/** Counts what is done and writes it down: no old value, no name of a file. For one thread. */
public final class DeidentificationReport {
    /** Name of the file. */
    public static final String FILE = "deidentification.json";

    private final ProfileOptions options;
    private final Set<String> studies = new HashSet<>();
    private final Set<String> patients = new HashSet<>();
    private final Map<Change, Integer> changes = new TreeMap<>();
    private final List<Map<String, String>> leftOut = new ArrayList<>();
    private final List<Map<String, String>> toCheck = new ArrayList<>();
    private int images;
    private int unusable;
    private int notDicom;

    public DeidentificationReport(ProfileOptions options) {
        this.options = options;
    }

    public void add(WrittenImage image) {
        if (image.obstacle().isPresent()) {
            leftOut.add(entry(image.uid(), image.obstacle().get()));
            return;
        }
        images++;
        studies.add(image.study());
        patients.add(image.patient());
        image.changes().forEach(change -> changes.merge(change, 1, Integer::sum));
        image.doubt().ifPresent(reason -> toCheck.add(entry(image.uid(), reason)));
    }

    public void addUnusable() {
        unusable++;
    }

    public void addNotDicom() {
        notDicom++;
    }

    public int images() {
        return images;
    }

    public int studies() {
        return studies.size();
    }

    public int patients() {
        return patients.size();
    }

    public int notDicom() {
        return notDicom;
    }

    public void write(Path folder) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("profile", "DICOM PS3.15 " + ConfidentialityTable.EDITION + ", table E.1-1");
        report.put("methods", options.codes().stream().map(DeidentificationReport::entry).toList());
        report.put("images", images);
        report.put("studies", studies());
        report.put("patients", patients());
        report.put("attributes", changes.entrySet().stream().map(DeidentificationReport::entry).toList());
        report.put("imagesToCheck", toCheck);
        report.put("imagesLeftOut", leftOut);
        report.put("unusableFiles", unusable);
        report.put("filesThatAreNotDicom", notDicom);
        byte[] json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(report);
        AtomicFile.write(folder.resolve(FILE), json);
    }

    private static Map<String, String> entry(String uid, String reason) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("sopInstanceUid", uid);
        entry.put("reason", reason);
        return entry;
    }

    private static Map<String, String> entry(MethodCode code) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("code", code.value());
        entry.put("meaning", code.meaning());
        return entry;
    }

    private static Map<String, Object> entry(Map.Entry<Change, Integer> change) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("tag", change.getKey().tag());
        entry.put("keyword", change.getKey().keyword());
        entry.put("action", change.getKey().action());
        entry.put("images", change.getValue());
        return entry;
    }
}
