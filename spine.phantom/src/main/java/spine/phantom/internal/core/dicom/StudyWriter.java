package spine.phantom.internal.core.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.common.file.AtomicFolder;
import spine.dicom.DicomCodec;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.study.SyntheticStudy;
import spine.phantom.internal.core.truth.GroundTruth;

/** Writes a synthetic study with its truth. Safe for use by many threads for different folders. */
public final class StudyWriter {
    private final DicomCodec codec;
    private final ReportWriter report;
    private final ReportWriter masks;

    /**
     * @param codec writes the data sets of the images
     * @param report writes the truth as one file, which becomes {@code truth.json}
     * @param masks writes the truth as masks
     */
    public StudyWriter(DicomCodec codec, ReportWriter report, ReportWriter masks) {
        this.codec = codec;
        this.report = report;
        this.masks = masks;
    }

    /**
     * Writes the images, one folder per series, and the truth in the folder {@code truth}.
     *
     * @param images encodes the images of this study
     * @param folder does not exist yet; appears complete or not at all
     */
    public void write(SyntheticStudy study, ImageEncoder images, Path folder) throws IOException {
        try (AtomicFolder fresh = AtomicFolder.create(folder)) {
            SeriesWriter files = new SeriesWriter(codec, images);
            for (Scan other : study.others()) {
                files.write(other, fresh.staging());
            }
            List<Scan> scans = new ArrayList<>();
            for (Scan scan : study.stir()) {
                scans.add(files.write(scan, fresh.staging()));
            }
            ScoringResult truth = GroundTruth.of(study, scans);
            Path place = Files.createDirectory(fresh.staging().resolve("truth"));
            for (Path written : report.write(truth, place)) {
                Files.move(written, place.resolve("truth.json"));
            }
            masks.write(truth, place);
            LesionGroups.write(study, place.resolve("groups.csv"));
            fresh.publish();
        }
    }
}
