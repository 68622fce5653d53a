package spine.phantom.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
import spine.phantom.internal.core.dicom.StudyWriter;
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
        for (Profile known : PROFILES) {
            if (known.name().equals(profile)) {
                known.write(seed, writer, folder);
                return;
            }
        }
        throw new IllegalArgumentException("no profile " + profile + "; there are " + STANDARD + ", " + SHIFT + " and " + HARD);
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
