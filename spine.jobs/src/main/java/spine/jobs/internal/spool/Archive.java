package spine.jobs.internal.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import spine.api.comparison.PatientTimeline;
import spine.api.intake.StudyArchive;
import spine.api.job.Job;
import spine.common.text.DicomUid;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.InstanceTable;
import spine.jobs.internal.store.JobTable;
import spine.jobs.internal.store.StudyTable;

/** What this node keeps of studies, as the database has it. */
public final class Archive implements StudyArchive {
    private final Database database;
    private final SpoolFolder spool;
    private final Path results;
    private final Function<String, List<String>> doubts;

    /** @param doubts why the result of a study is not compared with others */
    public Archive(Database database, SpoolFolder spool, Path results, Function<String, List<String>> doubts) {
        this.database = database;
        this.spool = spool;
        this.results = results;
        this.doubts = doubts;
    }

    @Override
    public List<String> studies() throws IOException {
        return database.read(sql -> new StudyTable(sql).all());
    }

    @Override
    public List<Path> received(String studyInstanceUid) throws IOException {
        return database.read(sql -> new InstanceTable(sql).here(studyInstanceUid)).stream().map(spool::file).filter(Files::exists).toList();
    }

    @Override
    public Optional<Path> result(String studyInstanceUid) throws IOException {
        if (!DicomUid.isValid(studyInstanceUid) || !isHere(studyInstanceUid)) {
            return Optional.empty();
        }
        return Optional.of(results.resolve(studyInstanceUid)).filter(Files::isDirectory);
    }

    @Override
    public Optional<Path> comparison(String studyInstanceUid) throws IOException {
        return result(studyInstanceUid).map(result -> result.resolveSibling(PatientTimeline.FOLDER).resolve(result.getFileName()))
                .filter(Files::isDirectory);
    }

    @Override
    public List<String> comparisonDoubts(String studyInstanceUid) {
        return doubts.apply(studyInstanceUid);
    }

    private boolean isHere(String study) throws IOException {
        return database.<Boolean, RuntimeException>read(sql -> {
            JobTable jobs = new JobTable(sql);
            Optional<Job> job = jobs.withResult(study);
            return job.isPresent() && jobs.node(job.get().id()).equals(sql.node());
        });
    }
}
