package spine.io.dicom.internal.seg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.api.UnusableInputException;
import spine.api.image.Vec3;
import spine.api.report.MaskFrame;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dicom.internal.result.ResultTag;

/**
 * Where the segments of a segmentation lie.
 *
 * @param sopInstanceUid the segmentation
 * @param byLabel mean position of the pixels of each segment, patient LPS mm
 */
public record SegmentCentres(String sopInstanceUid, Map<String, Vec3> byLabel) {

    /** @throws UnusableInputException if the file is no binary segmentation, or does not say where its frames lie */
    public static SegmentCentres read(Path file, DicomCodec codec) throws UnusableInputException, IOException {
        DicomObject object = codec.read(file, true);
        List<MaskFrame> frames = new SegMaskReader(codec).read(file);
        List<DicomObject> groups = object.items(ResultTag.PerFrameFunctionalGroupsSequence);
        DicomObject shared = object.items(ResultTag.SharedFunctionalGroupsSequence).stream().findFirst().orElseGet(DicomObject::new);
        Map<String, Vec3> sums = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < frames.size(); i++) {
            MaskFrame frame = frames.get(i);
            double[] origin = numbers(file, groups.get(i), shared, ResultTag.PlanePositionSequence, Tag.ImagePositionPatient, 3);
            double[] directions = numbers(file, groups.get(i), shared, ResultTag.PlaneOrientationSequence, Tag.ImageOrientationPatient, 6);
            double[] spacing = numbers(file, groups.get(i), shared, ResultTag.PixelMeasuresSequence, Tag.PixelSpacing, 2);
            Vec3 row = new Vec3(directions[0], directions[1], directions[2]).times(spacing[1]);
            Vec3 column = new Vec3(directions[3], directions[4], directions[5]).times(spacing[0]);
            for (int pixel = 0; pixel < frame.mask().length; pixel++) {
                if (frame.mask()[pixel] != 0) {
                    Vec3 place = new Vec3(origin[0], origin[1], origin[2]).plus(row.times(pixel % frame.columns()))
                            .plus(column.times(pixel / frame.columns()));
                    sums.merge(frame.label(), place, Vec3::plus);
                    counts.merge(frame.label(), 1, Integer::sum);
                }
            }
        }
        sums.replaceAll((label, sum) -> sum.times(1.0 / counts.get(label)));
        return new SegmentCentres(object.text(Tag.SOPInstanceUID), sums);
    }

    private static double[] numbers(Path file, DicomObject frame, DicomObject shared, int group, int tag, int count)
            throws UnusableInputException {
        List<DicomObject> items = frame.items(group).isEmpty() ? shared.items(group) : frame.items(group);
        double[] numbers = items.isEmpty() ? new double[0] : items.get(0).numbers(tag);
        if (numbers.length != count) {
            throw new UnusableInputException(file + " does not say where its frames lie");
        }
        return numbers;
    }
}
