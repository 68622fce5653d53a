package spine.itest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import spine.api.intake.StudyArchive;

/** An archive with the result of one study. */
final class OneStudy implements StudyArchive {
    private final String uid;
    private final Path result;

    OneStudy(String uid, Path result) {
        this.uid = uid;
        this.result = result;
    }

    @Override
    public List<String> studies() {
        return List.of(uid);
    }

    @Override
    public List<Path> received(String studyInstanceUid) {
        return List.of();
    }

    @Override
    public Optional<Path> result(String studyInstanceUid) {
        return studyInstanceUid.equals(uid) ? Optional.of(result) : Optional.empty();
    }

    @Override
    public Optional<Path> comparison(String studyInstanceUid) {
        return result(studyInstanceUid).map(folder -> folder.resolveSibling("comparisons").resolve(folder.getFileName()))
                .filter(Files::isDirectory);
    }

    @Override
    public List<String> comparisonDoubts(String studyInstanceUid) {
        return List.of("Study " + studyInstanceUid + " is not compared with study 1.2: <img src=x onerror=\"window.ran=1\">.");
    }
}
