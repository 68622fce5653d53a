package spine.io.dicom.internal.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.Quadrant;
import spine.api.score.Score;
import spine.api.score.ScoreInterval;
import spine.api.score.ScoreIntervals;
import spine.api.score.ScoringInput;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.tck.SampleSpine;

/** A result of two indices on a spine drawn by hand, whose images lie in files. */
public final class ScoredStudy {
    private final NativeDicomCodec codec = new NativeDicomCodec();
    private final Path folder;
    private Consumer<DicomObject> change = image -> { };

    /** @param folder where the images go */
    public ScoredStudy(Path folder) {
        this.folder = folder;
    }

    /** Two stations from C2 to S1 with oedema in T6 and T7. */
    public static SampleSpine spine() {
        return SampleSpine.whole().inTwoStations().oedema(Vertebra.T6, 4, 10, 16, 0, 8).oedema(Vertebra.T7, 4, 0, 6, 0, 8)
                .oedema(Vertebra.T7, 5, 0, 6, 0, 8);
    }

    /** Changes every image before it is written. */
    public ScoredStudy each(Consumer<DicomObject> changed) {
        change = changed;
        return this;
    }

    /** The result on these images, which are written into the folder. */
    public ScoringResult result(SampleSpine spine) throws IOException {
        ScoringInput input = spine.input();
        Study study = written(input.study());
        List<ImageFinding> images = new ArrayList<>();
        for (int s = 0; s < study.stacks().size(); s++) {
            for (int i = 0; i < study.stacks().get(s).slices().size(); i++) {
                boolean lesion = false;
                for (byte pixel : input.lesions().get(s).lesion()[i]) {
                    lesion |= pixel != 0;
                }
                images.add(new ImageFinding(study.stacks().get(s).slices().get(i).sopInstanceUid(), lesion, lesion ? 0.9123 : 0.0312));
            }
        }
        List<Score> scores = List.of(sparcc(study, input), other(input));
        return new ScoringResult(study, List.of(card("spine.model.vbivd", ModelRole.ANATOMY), card("spine.model.bmo", ModelRole.OEDEMA)),
                input.anatomy(), input.lesions(), images, List.of(), scores,
                List.of(new ScoreIntervals("sparcc", 0.9, Map.of("total23", new ScoreInterval(3, 12.5)), ""),
                        ScoreIntervals.withheld("berlin", 0.9, "No interval: unlike the calibrated studies.")),
                List.of("The names of the levels are doubtful: Ä & <b>."), new Timing(6, 1, 1, 1, 1, 1));
    }

    /** Images on which nothing was found that is a spine. */
    public ScoringResult withoutSpine() throws IOException {
        ScoringResult spine = result(SampleSpine.of(3, Vertebra.T5, Vertebra.T8));
        List<StackAnatomy> stacks = new ArrayList<>();
        for (SliceStack stack : spine.study().stacks()) {
            byte[][] empty = new byte[stack.slices().size()][stack.rows() * stack.columns()];
            stacks.add(new StackAnatomy(empty, empty, List.of(), List.of()));
        }
        List<ImageFinding> images = spine.images().stream().map(image -> new ImageFinding(image.sopInstanceUid(), false, 0)).toList();
        return new ScoringResult(spine.study(), spine.models(), SpineAnatomy.none(stacks, "The images show a knee."), spine.lesions(),
                images, List.of(), spine.scores().stream().map(Score::unscored).toList(), List.of(), List.of(), spine.timing());
    }

    private static Score sparcc(Study study, ScoringInput input) {
        List<UnitScore> units = new ArrayList<>();
        for (DiscovertebralUnit unit : input.anatomy().units()) {
            if (unit.present() && unit.level().label().matches("T[67]/[78]")) {
                List<Slice> slices = study.stacks().get(unit.stack()).slices();
                String window = slices.get(slices.size() - 3).sopInstanceUid();
                String first = slices.get(slices.size() - 2).sopInstanceUid();
                String second = slices.get(slices.size() - 1).sopInstanceUid();
                units.add(new UnitScore(unit, 4, List.of(window, first, second), List.of(
                        new SliceFinding(first, EnumSet.of(Quadrant.UPPER_ANTERIOR, Quadrant.LOWER_ANTERIOR), false, true, 6, 48, 1.234),
                        new SliceFinding(second, EnumSet.of(Quadrant.LOWER_ANTERIOR), true, false, 11.5, 48.5, 0.5))));
            } else {
                units.add(UnitScore.zero(unit));
            }
        }
        double total = units.stream().mapToDouble(UnitScore::score).sum();
        Map<String, Double> totals = new LinkedHashMap<>();
        totals.put("total23", total);
        totals.put("total6", total);
        return new Score("sparcc", "1.2.0", totals, Score.worst(units, 3), units, List.of());
    }

    private static Score other(ScoringInput input) {
        List<UnitScore> units = input.anatomy().units().stream().map(unit -> unit.present()
                ? new UnitScore(unit, 0.5, List.of(), List.of(), Map.of("oedemaPercentOfTheBody", 12.25)) : UnitScore.zero(unit)).toList();
        return new Score("berlin", "0.9.1", Map.of("total", 0.5 * units.size()), Score.worst(units, 3), units, List.of());
    }

    private Study written(Study study) throws IOException {
        List<SliceStack> stacks = new ArrayList<>();
        for (SliceStack stack : study.stacks()) {
            List<Slice> slices = new ArrayList<>();
            for (Slice slice : stack.slices()) {
                Path file = folder.resolve(slice.sopInstanceUid() + ".dcm");
                DicomObject image = image(study, stack, slice, stacks.size() + 1, slices.size() + 1);
                change.accept(image);
                try (OutputStream out = Files.newOutputStream(file)) {
                    codec.write(image, out);
                }
                slices.add(new Slice(slice.sopInstanceUid(), SopClass.MR_IMAGE_STORAGE, slice.plane(), slice.rows(), slice.columns(),
                        slice.pixels(), Optional.of(file.toUri())));
            }
            stacks.add(new SliceStack(stack.seriesInstanceUid(), stack.frameOfReferenceUid(), stack.description(), stack.acquisition(),
                    slices));
        }
        return new Study(study.studyInstanceUid(), stacks, study.notes());
    }

    private static DicomObject image(Study study, SliceStack stack, Slice slice, int series, int number) {
        byte[] pixels = new byte[2 * slice.pixels().length];
        for (int i = 0; i < slice.pixels().length; i++) {
            int value = Math.round(slice.pixels()[i]);
            pixels[2 * i] = (byte) value;
            pixels[2 * i + 1] = (byte) (value >> 8);
        }
        Vec3 origin = slice.plane().origin();
        Vec3 row = slice.plane().alongRow();
        Vec3 column = slice.plane().alongColumn();
        return new DicomObject().text(Tag.SOPClassUID, "UI", SopClass.MR_IMAGE_STORAGE)
                .text(Tag.SOPInstanceUID, "UI", slice.sopInstanceUid())
                .text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY", "M")
                .text(Tag.StudyDate, "DA", "20240229").text(Tag.StudyTime, "TM", "101112")
                .text(Tag.AccessionNumber, "SH", "A77").text(Tag.ReferringPhysicianName, "PN", "Arzt^Ärztin")
                .text(Tag.StudyDescription, "LO", "Whole spine").text(Tag.StudyID, "SH", "S1")
                .text(Tag.Modality, "CS", "MR").text(Tag.Manufacturer, "LO", "ACME")
                .text(Tag.PatientName, "PN", "Müller^Jürgen").text(Tag.PatientID, "LO", "P1").text(Tag.PatientBirthDate, "DA", "19800102")
                .text(Tag.PatientSex, "CS", "M").text(Tag.PatientAge, "AS", "044Y").decimals(Tag.PatientWeight, 80)
                .text(Tag.ScanningSequence, "CS", "SE", "IR").text(Tag.SequenceVariant, "CS", "SK").text(Tag.ScanOptions, "CS", "")
                .text(Tag.MRAcquisitionType, "CS", "2D")
                .decimals(Tag.RepetitionTime, 4000).decimals(Tag.EchoTime, 50).decimals(Tag.InversionTime, 160)
                .integers(Tag.EchoTrainLength, 1).decimals(Tag.SliceThickness, 4).text(Tag.PatientPosition, "CS", "HFS")
                .text(Tag.StudyInstanceUID, "UI", study.studyInstanceUid()).text(Tag.SeriesInstanceUID, "UI", stack.seriesInstanceUid())
                .integers(Tag.SeriesNumber, series).integers(Tag.InstanceNumber, number)
                .text(Tag.FrameOfReferenceUID, "UI", stack.frameOfReferenceUid()).text(Tag.PositionReferenceIndicator, "LO")
                .decimals(Tag.ImagePositionPatient, origin.x(), origin.y(), origin.z())
                .decimals(Tag.ImageOrientationPatient, row.x(), row.y(), row.z(), column.x(), column.y(), column.z())
                .decimals(Tag.PixelSpacing, slice.plane().rowSpacing(), slice.plane().columnSpacing())
                .unsignedShorts(Tag.SamplesPerPixel, 1).text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2")
                .unsignedShorts(Tag.Rows, slice.rows()).unsignedShorts(Tag.Columns, slice.columns())
                .unsignedShorts(Tag.BitsAllocated, 16).unsignedShorts(Tag.BitsStored, 16).unsignedShorts(Tag.HighBit, 15)
                .unsignedShorts(Tag.PixelRepresentation, 0).put(DicomElement.of(Tag.PixelData, "OW", pixels));
    }

    private static ModelCard card(String id, String role) {
        return new ModelCard(id, "1.0.0", role, List.of("background", "x"), Map.of(), 0.5, "600 synthetic studies", Map.of(),
                "Research only: not a medical device.", (role.equals(ModelRole.OEDEMA) ? "1" : "0").repeat(64));
    }
}
