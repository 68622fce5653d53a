package spine.phantom.internal.core.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.report.MaskWriter;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.common.file.AtomicFolder;
import spine.dicom.DicomCodec;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.reader.PatchKeys;
import spine.phantom.internal.core.reader.SimulatedReaders;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.study.SyntheticStudy;
import spine.phantom.internal.core.truth.GroundTruth;
import spine.phantom.internal.core.truth.VisibleMimics;

/** Writes a synthetic study with its truth. Safe for use by many threads for different folders. */
public final class StudyWriter {
    private static final String MIMICS = "mimics";
    /** Leaves room above the numbers of the other masks. */
    private static final int FIRST_SERIES_NUMBER = 9501;

    private final DicomCodec codec;
    private final ReportWriter report;
    private final ReportWriter masks;
    private final MaskWriter mimics;

    /**
     * @param codec writes the data sets of the images
     * @param report writes the truth as one file, which becomes {@code truth.json}
     * @param masks writes the truth as masks
     * @param mimics writes masks of what resembles inflammation
     */
    public StudyWriter(DicomCodec codec, ReportWriter report, ReportWriter masks, MaskWriter mimics) {
        this.codec = codec;
        this.report = report;
        this.masks = masks;
        this.mimics = mimics;
    }

    /**
     * Writes the images, one folder per series, and the truth in the folder {@code truth}: {@code truth.json} and masks. For each stack
     * that shows any, {@code mimics-<stack>.seg.dcm} has one segment for each kind of {@link LesionType#MIMICS}, labelled with its words.
     * {@code readings.csv} has what three simulated readers score, and {@code changes.csv}, from the second time point on, what became of
     * the lesions.
     *
     * @param before the patches of the time point before, as this method returned them; empty at the first
     * @param folder does not exist yet; appears complete or not at all
     * @return the patches of this one
     */
    public PatchKeys write(EncodedStudy encoded, Optional<PatchKeys> before, Path folder) throws IOException {
        SyntheticStudy study = encoded.study();
        try (AtomicFolder fresh = AtomicFolder.create(folder)) {
            SeriesWriter files = new SeriesWriter(codec, encoded.images());
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
            for (int i = 0; i < scans.size(); i++) {
                mimics.write(study.uids().study(), scans.get(i).stack(), MIMICS, VisibleMimics.of(scans.get(i)), FIRST_SERIES_NUMBER + i,
                        place.resolve(MIMICS + "-" + (i + 1) + ".seg.dcm"));
            }
            LesionGroups.write(study, place.resolve("groups.csv"));
            PatchKeys keys = new PatchKeys(study.timePoint().number(), scans, before);
            ReadingsTable.write(study, SimulatedReaders.readings(study, scans, keys), place.resolve("readings.csv"));
            if (!study.timePoint().first()) {
                ChangesTable.write(study, place.resolve("changes.csv"));
            }
            fresh.publish();
            return keys;
        }
    }
}
