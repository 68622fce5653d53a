package spine.phantom.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.report.MaskWriter;
import spine.api.report.ReportWriter;
import spine.api.service.PhantomGenerator;
import spine.api.training.TrainingCases;
import spine.dicom.DicomCodec;
import spine.phantom.PhantomCases;
import spine.phantom.internal.core.Profile;
import spine.phantom.internal.core.dicom.EncodedStudy;
import spine.phantom.internal.core.dicom.StudyWriter;
import spine.phantom.internal.core.reader.PatchKeys;
import spine.phantom.internal.core.study.TimePoint;
import spine.phantom.internal.shift.ShiftProfile;
import spine.phantom.internal.shift.prior.Priors;
import spine.phantom.internal.standard.StandardProfile;

/** Offers the synthetic studies of all profiles to the platform. */
@Component
public final class PhantomProfiles implements PhantomGenerator {
    private static final List<Profile> PROFILES = List.of(new StandardProfile(), new ShiftProfile(Priors.SHIFT),
            new ShiftProfile(Priors.HARD));

    private final StudyWriter writer;

    /**
     * @param codec encodes the images
     * @param report writes the truth as a report
     * @param masks writes the truth as masks
     * @param mimics writes masks of what resembles inflammation
     */
    @Activate
    public PhantomProfiles(@Reference DicomCodec codec, @Reference(target = "(" + ReportWriter.FORMAT + "=json)") ReportWriter report,
            @Reference(target = "(" + ReportWriter.FORMAT + "=seg)") ReportWriter masks, @Reference MaskWriter mimics) {
        writer = new StudyWriter(codec, report, masks, mimics);
    }

    @Override
    public void write(String profile, long seed, Path folder) throws IOException {
        write(profile, seed, false, List.of(folder));
    }

    @Override
    public void write(String profile, long seed, boolean unchanged, List<Path> folders) throws IOException {
        if (folders.isEmpty() || folders.size() > MOST_TIME_POINTS) {
            throw new IllegalArgumentException("a patient has 1 to " + MOST_TIME_POINTS + " time points, not " + folders.size());
        }
        Profile known = profile(profile);
        Optional<PatchKeys> before = Optional.empty();
        for (int i = 0; i < folders.size(); i++) {
            EncodedStudy study = known.study(seed, new TimePoint(i + 1, unchanged));
            before = Optional.of(writer.write(study, before, folders.get(i)));
        }
    }

    private static Profile profile(String name) {
        return PROFILES.stream().filter(known -> known.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "no profile " + name + "; there are " + STANDARD + ", " + SHIFT + " and " + HARD));
    }

    @Override
    public TrainingCases cases(int n, long seed) {
        return new PhantomCases(n, seed);
    }

    @Override
    public TrainingCases wholeStudies(int n, long seed) {
        return new WholeStudies(n, seed);
    }
}
