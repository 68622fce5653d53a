package spine.deidentify.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.deidentification.DeidentificationRequest;
import spine.api.deidentification.DeidentificationResult;
import spine.api.deidentification.StudyDeidentification;
import spine.common.file.AtomicFolder;
import spine.deidentify.internal.file.DeidentificationReport;
import spine.deidentify.internal.file.ImageWriter;
import spine.deidentify.internal.file.SourceFiles;
import spine.deidentify.internal.file.WrittenImage;
import spine.deidentify.internal.key.KeyFile;
import spine.deidentify.internal.key.NewIdentifiers;
import spine.deidentify.internal.profile.ConfidentialityTable;
import spine.deidentify.internal.profile.ProfileOptions;
import spine.dicom.codec.NativeDicomCodec;

/**
 * The service. It reads and writes with the codec of the platform itself, whatever other codecs are installed: what remains of a header
 * must not depend on a toolkit that somebody drops in.
 */
@Component
public final class ProfileDeidentification implements StudyDeidentification {
    private final ConfidentialityTable table = new ConfidentialityTable();

    @Override
    public DeidentificationResult deidentify(DeidentificationRequest request, Progress progress, Cancellation cancellation)
            throws UnusableInputException, IOException {
        List<Path> files = SourceFiles.below(request.source());
        if (SourceFiles.isIn(request.target(), request.source()) || SourceFiles.isIn(request.source(), request.target())) {
            throw new UnusableInputException(request.target() + " and " + request.source() + " lie in each other.");
        }
        if (SourceFiles.isIn(request.key(), request.target())) {
            throw new UnusableInputException("The key " + request.key() + " would lie beside the images in " + request.target()
                    + ": who has both can tell who the patients are.");
        }
        try (AtomicFolder folder = begin(request.target())) {
            KeyFile key = new KeyFile(request.key());
            boolean made = key.makeIfMissing();
            ProfileOptions options = new ProfileOptions(request.retainUids(), request.shiftDates());
            DeidentificationReport report = new DeidentificationReport(options);
            Alike leftOut = new Alike();
            Alike warnings = new Alike();
            List<String> unusable = new ArrayList<>();
            ImageWriter writer = new ImageWriter(new NativeDicomCodec(), table, options, new NewIdentifiers(key.read()), folder.staging());
            for (int i = 0; i < files.size(); i++) {
                cancellation.check();
                progress.at("de-identifying", (double) i / files.size());
                Path file = files.get(i);
                try {
                    WrittenImage image = writer.write(file);
                    report.add(image);
                    image.obstacle().ifPresent(reason -> leftOut.add(file.toString(), reason));
                    image.doubt().ifPresent(reason -> warnings.add("Image " + image.uid(), reason));
                } catch (UnusableInputException e) {
                    if (SourceFiles.claimsToBeDicom(file)) {
                        report.addUnusable();
                        unusable.add(e.getMessage());
                    } else {
                        report.addNotDicom();
                    }
                }
            }
            if (report.images() == 0) {
                throw new UnusableInputException(noImages(request.source(), leftOut.sentences(), unusable));
            }
            report.write(folder.staging());
            folder.publish();
            return new DeidentificationResult(report.images(), report.studies(), report.patients(), made,
                    leftOut.sentences(), unusable, report.notDicom(), warnings.sentences());
        }
    }

    private static AtomicFolder begin(Path target) throws UnusableInputException, IOException {
        try {
            return AtomicFolder.create(target);
        } catch (IOException e) {
            if (Files.exists(target)) {
                throw e;
            }
            throw new UnusableInputException("Nothing can be written to " + target + ".", e);
        }
    }

    private static String noImages(Path source, List<String> leftOut, List<String> unusable) {
        String reasons = Stream.concat(leftOut.stream(), unusable.stream().map(sentence -> sentence + "."))
                .collect(Collectors.joining(" "));
        return ("There is no image at " + source + " that can be de-identified. " + reasons).strip();
    }
}
