package spine.io.dicom.internal.sr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.image.Vec3;
import spine.api.report.ImageFinding;
import spine.api.report.Predecessor;
import spine.api.report.ReportReader;
import spine.api.report.ReportedStudy;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ImageReferences;
import spine.io.dicom.internal.result.ResultSeries;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.seg.SegmentCentres;

/** Reads the structured reports of this bundle, {@code *.sr.dcm}; the centres of discs come from {@code units.dcm} beside the report. */
@Component
public final class SrReportReader implements ReportReader {
    private final DicomCodec codec;

    @Activate
    public SrReportReader(@Reference DicomCodec codec) {
        this.codec = codec;
    }

    @Override
    public boolean reads(Path file) {
        return file.getFileName().toString().endsWith(SrReportWriter.REPORT_SUFFIX);
    }

    @Override
    public ReportedStudy read(Path file) throws UnusableInputException, IOException {
        DicomObject object = codec.read(file, true);
        ContentNode root = new ContentNode(object);
        if (!object.text(Tag.SOPClassUID).equals(SopClass.COMPREHENSIVE_3D_SR_STORAGE) || !root.name().means(SrCodes.REPORT)
                || !object.text(Tag.Manufacturer).equals(ResultSeries.MAKER)) {
            throw new UnusableInputException(file + " is not a structured report of " + ResultSeries.MAKER + ".");
        }
        try {
            return study(file, object, root);
        } catch (IllegalArgumentException malformed) {
            throw new UnusableInputException(file + " cannot be understood: " + malformed.getMessage() + ".", malformed);
        }
    }

    private ReportedStudy study(Path file, DicomObject object, ContentNode root) throws UnusableInputException, IOException {
        List<ContentNode> groups = root.children(SrCodes.MEASUREMENTS).stream().flatMap(all -> all.children(SrCodes.GROUP).stream())
                .toList();
        Map<String, IndexScores> scores = indices(groups);
        Set<String> models = new LinkedHashSet<>();
        List<ImageFinding> images = new ArrayList<>();
        double names = Double.NaN;
        for (ContentNode group : groups) {
            Map<String, List<ContentNode>> byIndex = group.children().filter(ContentNode::isMeasurement)
                    .collect(Collectors.groupingBy(SrReportReader::index, LinkedHashMap::new, Collectors.toList()));
            scores.forEach((index, of) -> add(of, group, byIndex.getOrDefault(index, List.of())));
            group.children().flatMap(number -> number.children(SrCodes.ALGORITHM_PARAMETERS).stream()).map(ContentNode::text)
                    .forEach(models::add);
            group.children(SrCodes.IMAGE_PROBABILITY).stream().map(SrReportReader::image).forEach(images::add);
            double confidence = group.number(SrCodes.NAME_CONFIDENCE);
            names = Double.isNaN(confidence) ? names : confidence;
        }
        return new ReportedStudy(object.text(Tag.StudyInstanceUID), scores.values().stream().map(IndexScores::score).toList(),
                List.copyOf(models), images, groups.isEmpty() ? Map.of() : discs(file, object), names, comments(root, SrCodes.NAMING),
                comments(root, SrCodes.COMMENT), Optional.of(new Predecessor.Document(object.text(Tag.SOPClassUID),
                        object.text(Tag.SOPInstanceUID), object.text(Tag.SeriesInstanceUID))));
    }

    /** Every index that measured something, with its version, in the order of the report. */
    private static Map<String, IndexScores> indices(List<ContentNode> groups) {
        Map<String, IndexScores> scores = new LinkedHashMap<>();
        groups.stream().flatMap(ContentNode::children).forEach(number -> {
            String index = number.text(SrCodes.ALGORITHM_NAME);
            if (!index.isEmpty()) {
                scores.computeIfAbsent(index, id -> new IndexScores(id, number.text(SrCodes.ALGORITHM_VERSION)));
            }
        });
        return scores;
    }

    /** A measurement that was not attempted names no algorithm, but its concept names the index. */
    private static String index(ContentNode number) {
        String index = number.text(SrCodes.ALGORITHM_NAME);
        return index.isEmpty() ? SrCodes.unitOf(number.name()).or(() -> SrCodes.totalOf(number.name()).map(of -> of.get(0))).orElse("")
                : index;
    }

    private static void add(IndexScores scores, ContentNode group, List<ContentNode> numbers) {
        String tracking = group.text(SrCodes.TRACKING_ID);
        if (tracking.startsWith("DVU")) {
            scores.addUnit(DiscLevel.of(tracking.substring(tracking.indexOf(' ') + 1)), group.number(SrCodes.LEVEL_CONFIDENCE), numbers);
        } else {
            scores.addTotals(numbers);
        }
    }

    private static ImageFinding image(ContentNode number) {
        boolean inflamed = number.children(SrCodes.INFLAMMATION).stream().anyMatch(verdict -> verdict.code().means(SrCodes.PRESENT));
        return new ImageFinding(number.image().orElse(""), inflamed, number.number());
    }

    private static List<String> comments(ContentNode root, CodedConcept concept) {
        return root.children(SrCodes.QUALITATIVE).stream().flatMap(all -> all.children(concept).stream()).map(ContentNode::text).toList();
    }

    private Map<DiscLevel, Vec3> discs(Path report, DicomObject object) throws UnusableInputException, IOException {
        Path file = report.resolveSibling(SrReportWriter.SEGMENTS);
        if (!Files.exists(file)) {
            throw new UnusableInputException(report + " refers to segments that are not beside it, in " + SrReportWriter.SEGMENTS + ".");
        }
        SegmentCentres centres = SegmentCentres.read(file, codec);
        boolean meant = object.items(ResultTag.CurrentRequestedProcedureEvidenceSequence).stream()
                .flatMap(study -> study.items(ResultTag.ReferencedSeriesSequence).stream())
                .flatMap(series -> series.items(ResultTag.ReferencedSOPSequence).stream()).map(ImageReferences::identity)
                .anyMatch(centres.sopInstanceUid()::equals);
        if (!meant) {
            throw new UnusableInputException(file + " does not hold the segments that " + report + " refers to.");
        }
        Map<DiscLevel, Vec3> discs = new TreeMap<>();
        centres.byLabel().forEach((label, centre) -> {
            if (label.contains("/")) {
                discs.put(DiscLevel.of(label), centre);
            }
        });
        return discs;
    }
}
