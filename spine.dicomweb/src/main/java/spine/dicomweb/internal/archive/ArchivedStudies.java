package spine.dicomweb.internal.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import spine.api.intake.StudyArchive;
import spine.dicom.DicomCodec;
import spine.dicomweb.internal.uri.Scope;

/**
 * The objects of studies: what was received and, behind it, the DICOM objects of the newest result. An object that is in both counts once,
 * as it was received. Only UIDs lead here: a path is never made from a request. Safe for several threads.
 */
public final class ArchivedStudies {
    /** Some 60 MB of heads at most, of about 300 whole-spine studies. */
    private static final int MOST_HEADS = 16_384;
    /** A result has a folder for each format that has several files. */
    private static final int RESULT_DEPTH = 4;
    private static final int MOST_RESULT_FILES = 10_000;

    private final StudyArchive archive;
    private final HeadCache heads;

    public ArchivedStudies(StudyArchive archive, DicomCodec codec) {
        this.archive = archive;
        this.heads = new HeadCache(codec, MOST_HEADS);
    }

    /** UIDs of all studies, in an order that stays. */
    public List<String> studies() throws IOException {
        return archive.studies();
    }

    /** What stands for a study where one object is enough: the first that can be read. */
    public Optional<Instance> first(String study) throws IOException {
        for (Path file : files(study)) {
            Optional<Instance> instance = ofStudy(study, file);
            if (instance.isPresent()) {
                return instance;
            }
        }
        return Optional.empty();
    }

    /** The objects of a scope that names a study, in the order in which they are kept; empty if there is nothing. */
    public List<Instance> instances(Scope scope) throws IOException {
        Map<String, Instance> byUid = new LinkedHashMap<>();
        for (Path file : files(scope.study())) {
            ofStudy(scope.study(), file).filter(instance -> isWithin(instance, scope))
                    .ifPresent(instance -> byUid.putIfAbsent(instance.uid(), instance));
        }
        return List.copyOf(byUid.values());
    }

    private static boolean isWithin(Instance instance, Scope scope) {
        return (scope.series().isEmpty() || scope.series().equals(instance.series()))
                && (scope.instance().isEmpty() || scope.instance().equals(instance.uid()));
    }

    private Optional<Instance> ofStudy(String study, Path file) throws IOException {
        return heads.instance(file).filter(instance -> instance.study().equals(study) && !instance.uid().isEmpty());
    }

    private List<Path> files(String study) throws IOException {
        List<Path> files = new ArrayList<>(archive.received(study));
        Optional<Path> result = archive.result(study);
        if (result.isPresent()) {
            files.addAll(objects(result.get()));
        }
        return files;
    }

    /** In the order of their names. Links are not followed: what is shown lies in the folder. */
    private static List<Path> objects(Path result) throws IOException {
        try (Stream<Path> found = Files.find(result, RESULT_DEPTH,
                (file, attributes) -> attributes.isRegularFile() && file.toString().endsWith(".dcm"))) {
            return found.limit(MOST_RESULT_FILES).sorted().toList();
        } catch (NoSuchFileException replaced) {
            // A newer result takes its place in this moment; it is there for the next request.
            return List.of();
        } catch (UncheckedIOException failure) {
            if (failure.getCause() instanceof NoSuchFileException) {
                return List.of();
            }
            throw failure.getCause();
        }
    }
}
