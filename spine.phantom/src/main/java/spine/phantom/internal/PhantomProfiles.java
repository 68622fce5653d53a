package spine.phantom.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.report.ReportWriter;
import spine.api.service.PhantomGenerator;
import spine.api.training.TrainingCases;
import spine.dicom.DicomCodec;
import spine.phantom.PhantomCases;
import spine.phantom.internal.core.dicom.StudyFolder;
import spine.phantom.internal.shift.dicom.ShiftEncoder;
import spine.phantom.internal.shift.study.ShiftStudy;
import spine.phantom.internal.standard.dicom.MrImages;
import spine.phantom.internal.standard.study.PhantomStudy;

/** Offers synthetic studies to the platform. */
@Component
public final class PhantomProfiles implements PhantomGenerator {
    private final StudyFolder folders;

    /**
     * @param codec encodes the images
     * @param report writes the truth as a report
     * @param masks writes the truth as masks
     */
    @Activate
    public PhantomProfiles(@Reference DicomCodec codec, @Reference(target = "(" + ReportWriter.FORMAT + "=json)") ReportWriter report,
            @Reference(target = "(" + ReportWriter.FORMAT + "=seg)") ReportWriter masks) {
        folders = new StudyFolder(codec, report, masks);
    }

    @Override
    public void write(String profile, long seed, Path folder) throws IOException {
        switch (profile) {
            case STANDARD -> {
                PhantomStudy study = new PhantomStudy(seed);
                folders.write(study, new MrImages(study), folder);
            }
            case SHIFT -> {
                ShiftStudy study = new ShiftStudy(seed);
                folders.write(study, new ShiftEncoder(study), folder);
            }
            default -> throw new IllegalArgumentException("no profile " + profile + "; there are " + STANDARD + " and " + SHIFT);
        }
    }

    @Override
    public TrainingCases cases(int n, long seed) {
        return new PhantomCases(n, seed);
    }
}
