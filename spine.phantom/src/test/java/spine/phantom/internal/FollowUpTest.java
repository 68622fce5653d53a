package spine.phantom.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.phantom.internal.core.Profile;
import spine.phantom.internal.core.dicom.EncodedStudy;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.lesion.LesionChange;
import spine.phantom.internal.core.lesion.LesionChange.Fate;
import spine.phantom.internal.core.study.SyntheticStudy;
import spine.phantom.internal.core.study.TimePoint;
import spine.phantom.internal.core.truth.TruthScore;
import spine.phantom.internal.shift.ShiftProfile;
import spine.phantom.internal.shift.prior.Priors;
import spine.phantom.internal.standard.StandardProfile;

/** The same patient at several time points, of both generators. */
class FollowUpTest {

    /** The generators. */
    enum Generator {
        STANDARD(new StandardProfile()), SHIFT(new ShiftProfile(Priors.SHIFT));

        private final Profile profile;

        Generator(Profile profile) {
            this.profile = profile;
        }

        SyntheticStudy study(long seed, int timePoint, boolean unchanged) {
            return encoded(seed, timePoint, unchanged).study();
        }

        EncodedStudy encoded(long seed, int timePoint, boolean unchanged) {
            return profile.study(seed, new TimePoint(timePoint, unchanged));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSpineStaysAndTheSlicesLieElsewhere(Generator generator) {
        SyntheticStudy first = generator.study(11, 1, true);
        SyntheticStudy second = generator.study(11, 2, true);
        for (int i = 0; i < first.spine().variant().vertebrae().size(); i++) {
            assertEquals(first.spine().vertebra(i).frame(), second.spine().vertebra(i).frame());
        }
        assertEquals(first.patientId(), second.patientId());
        assertNotEquals(first.uids().study(), second.uids().study());
        assertEquals(first.grids().size(), second.grids().size());
        assertNotEquals(first.grids().get(0).planes().get(0), second.grids().get(0).planes().get(0));
        assertEquals(first.grids().get(0).planes().get(0).rowSpacing(), second.grids().get(0).planes().get(0).rowSpacing(), 0.2);
    }

    @ParameterizedTest
    @EnumSource
    void unchangedInflammationIsExactlyTheSame(Generator generator) {
        SyntheticStudy first = generator.study(3, 1, true);
        SyntheticStudy third = generator.study(3, 3, true);
        assertEquals(first.lesions().inflamed(), third.lesions().inflamed());
        assertTrue(third.lesions().changes().stream().allMatch(change -> change.fate() == Fate.UNCHANGED));
        int inside = 0;
        for (int vertebra : first.lesions().inflamed()) {
            for (BodyCoordinates point : points(first, vertebra)) {
                assertEquals(first.lesions().oedema(vertebra, point), third.lesions().oedema(vertebra, point));
                inside += first.lesions().oedema(vertebra, point) ? 1 : 0;
            }
        }
        assertTrue(inside > 0, "no inflammation was looked at");
    }

    private static List<BodyCoordinates> points(SyntheticStudy study, int vertebra) {
        double half = study.spine().vertebra(vertebra).halfDepth();
        return Stream.iterate(0, i -> i < 4096, i -> i + 1).map(i -> {
            BodyCoordinates point = new BodyCoordinates();
            var at = study.spine().vertebra(vertebra).frame().toPatient((i % 16 - 8) * half / 8, (i / 16 % 16 - 8) * half / 8,
                    (i / 256 - 8) * half / 8);
            study.spine().vertebra(vertebra).locate(at.x(), at.y(), at.z(), point);
            return point;
        }).toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyFateOccursAndSaysWhatHappened(Generator generator) {
        Set<Fate> seen = EnumSet.noneOf(Fate.class);
        for (long seed = 0; seed < 30; seed++) {
            SyntheticStudy first = generator.study(seed, 1, false);
            SyntheticStudy second = generator.study(seed, 2, false);
            assertTrue(first.lesions().changes().isEmpty());
            Map<Integer, Boolean> left = new HashMap<>();
            for (LesionChange change : second.lesions().changes()) {
                seen.add(change.fate());
                left.merge(change.vertebra(), change.fate() != Fate.RESOLVED, Boolean::logicalOr);
                assertEquals(change.fate() == Fate.NEW, change.before() == 0 && change.now() > 0, change.toString());
                assertEquals(change.fate() == Fate.RESOLVED, change.now() == 0, change.toString());
                assertEquals(change.fate() == Fate.GROWN, change.border() > 0, change.toString());
                assertEquals(change.fate() == Fate.SHRUNK, change.border() < 0, change.toString());
            }
            left.forEach((vertebra, inflamed) -> assertEquals(inflamed, second.lesions().inflamed().contains(vertebra)));
        }
        assertEquals(EnumSet.allOf(Fate.class), seen);
    }

    /** A score follows what the table says: where all lesions have resolved nothing is left. */
    @ParameterizedTest
    @EnumSource
    void aPatientInRemissionScoresLess(Generator generator) {
        long seed = LongStream.range(0, 200).filter(s -> {
            List<LesionChange> changes = generator.study(s, 2, false).lesions().changes();
            return changes.size() > 1 && changes.stream().allMatch(change -> change.fate() == Fate.RESOLVED);
        }).findFirst().orElseThrow();
        assertTrue(total(generator.study(seed, 1, false)) > 0);
        assertEquals(0, total(generator.study(seed, 2, false)));
    }

    private static double total(SyntheticStudy study) {
        return new TruthScore(study).score().totals().get("total23");
    }

    @ParameterizedTest
    @EnumSource
    void headersNameTheSamePatientLater(Generator generator) {
        DicomObject first = image(generator.encoded(5, 1, true));
        DicomObject third = image(generator.encoded(5, 3, true));
        for (int tag : new int[] {Tag.PatientID, Tag.PatientName, Tag.PatientBirthDate, Tag.PatientSex, Tag.Manufacturer}) {
            assertEquals(first.text(tag), third.text(tag));
        }
        assertTrue(first.text(Tag.StudyDate).compareTo(third.text(Tag.StudyDate)) < 0);
        assertNotEquals(first.text(Tag.StudyInstanceUID), third.text(Tag.StudyInstanceUID));
        int years = age(third) - age(first);
        assertTrue(years >= 0 && years <= 2, years + " years");
    }

    private static int age(DicomObject image) {
        return Integer.parseInt(image.text(Tag.PatientAge).substring(0, 3));
    }

    private static DicomObject image(EncodedStudy encoded) {
        return encoded.images().image(encoded.study().others().get(0), 0);
    }
}
