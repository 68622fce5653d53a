package spine.evaluate.internal.insertion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.UnusableInputException;
import spine.api.image.Study;
import spine.api.report.MaskReader;
import spine.api.report.ReportWriter;
import spine.api.service.InsertedLesion;
import spine.api.service.InsertionRequest;
import spine.api.service.LesionInsertion;
import spine.common.file.AtomicFolder;
import spine.dicom.DicomCodec;
import spine.evaluate.internal.partial.PartialTruth;
import spine.evaluate.internal.partial.PartialTruthReader;

/** Puts lesions into studies. Safe for use by many threads for different folders. */
@Component
public final class OedemaInsertion implements LesionInsertion {
    private final DicomCodec codec;
    private final PartialTruthReader truths;
    private final InsertedTruth truthWriter;

    /** @param masks writes DICOM segmentations */
    @Activate
    public OedemaInsertion(@Reference DicomCodec codec, @Reference MaskReader reader,
            @Reference(target = "(" + ReportWriter.FORMAT + "=seg)") ReportWriter masks) {
        this.codec = codec;
        this.truths = new PartialTruthReader(reader);
        this.truthWriter = new InsertedTruth(masks);
    }

    @Override
    public Map<String, Path> outlines(List<Path> locations) throws UnusableInputException, IOException {
        Map<String, Path> outlines = new LinkedHashMap<>();
        for (Path location : locations) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(location)) {
                files = walk.filter(file -> file.getFileName().toString().equals("truth.json")).sorted().toList();
            }
            for (Path file : files) {
                PartialTruth truth = truths.read(file);
                if (!truth.bodies().isEmpty()) {
                    Path other = outlines.putIfAbsent(truth.study(), file);
                    if (other != null && !Files.isSameFile(other, file)) {
                        throw new UnusableInputException(other + " and " + file + " are of the same study.");
                    }
                }
            }
        }
        return outlines;
    }

    @Override
    public List<InsertedLesion> insert(InsertionRequest request, Path folder) throws UnusableInputException, IOException {
        Study study = request.study();
        BaseStudy base = request.outlines().isPresent() ? BaseStudy.of(study, truths.read(request.outlines().get()))
                : BaseStudy.of(study, request.name(), request.recognised().orElseThrow());
        List<PlannedLesion> lesions = new PlaceDraw(base, seed(request)).draw(request.lesions());
        if (lesions.isEmpty()) {
            throw new UnusableInputException("No lesion can be put into study " + study.studyInstanceUid() + ": "
                    + (base.bodies().isEmpty() ? "no vertebral body was found." : "none of its " + base.bodies().size()
                    + " vertebral bodies is free of lesions and whole in the image, with half of the next body in view."));
        }
        try (AtomicFolder fresh = AtomicFolder.create(folder)) {
            DerivedUids uids = new DerivedUids(request.draw(), request.ratio(), request.lesions(), request.seed());
            Study written = new InsertedImages(codec, uids, request.ratio()).write(study, lesions, fresh.staging());
            List<InsertedLesion> inserted =
                    truthWriter.write(request, base, written, lesions, Files.createDirectory(fresh.staging().resolve("truth")));
            fresh.publish();
            return inserted;
        }
    }

    /** Without the ratio: the same places at every contrast. */
    private static long seed(InsertionRequest request) {
        String words = request.study().studyInstanceUid() + " " + request.seed() + " " + request.draw();
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }
}
