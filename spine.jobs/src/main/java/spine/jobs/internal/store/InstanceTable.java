package spine.jobs.internal.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import spine.common.digest.Sha256;

/** The table {@code instance}: what was received. Within one transaction. */
public final class InstanceTable {
    private static final String COLUMNS = "study, sop, sop_class, role, revision, digest, bytes, file, sender, node";

    private final Sql sql;

    public InstanceTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is scored of a study.
     *
     * @param images number of them
     * @param digest SHA-256 of their identities and digests
     */
    public record Content(int images, String digest) {
    }

    public Optional<Instance> find(String study, String sop) throws SQLException {
        return sql.first(InstanceTable::instance, "SELECT " + COLUMNS + " FROM instance WHERE study = ? AND sop = ?", study, sop);
    }

    /** All of a study whose files are there, at whichever node, by SOP instance UID. */
    public List<Instance> of(String study) throws SQLException {
        return sql.list(InstanceTable::instance, "SELECT " + COLUMNS + " FROM instance WHERE study = ? AND file <> '' ORDER BY sop", study);
    }

    /** Whether a file of that name belongs to an object. */
    public boolean hasFile(String study, String name) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM instance WHERE study = ? AND file = ? AND node = ?", study, name, sql.node()) > 0;
    }

    /** Those of them whose files are at this node. */
    public List<Instance> here(String study) throws SQLException {
        return of(study).stream().filter(instance -> instance.node().equals(sql.node())).toList();
    }

    /** The images of a revision, by SOP instance UID. Fewer than its job has, if later ones have taken their place. */
    public List<Instance> imagesOf(String study, int revision) throws SQLException {
        return sql.list(InstanceTable::instance, "SELECT " + COLUMNS + " FROM instance WHERE study = ? AND role = 'IMAGE'"
                + " AND revision <= ? ORDER BY sop", study, revision);
    }

    public int countImages(String study, int revision) throws SQLException {
        return (int) sql.number("SELECT COUNT(*) FROM instance WHERE study = ? AND role = 'IMAGE' AND revision <= ?", study, revision);
    }

    /** The same content has the same digest, in whichever order it came. */
    public Content content(String study, int revision) throws SQLException {
        List<Instance> images = imagesOf(study, revision);
        StringBuilder lines = new StringBuilder();
        images.forEach(image -> lines.append(image.sop()).append(' ').append(image.digest()).append('\n'));
        return new Content(images.size(), Sha256.of(lines.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    public void add(Instance instance) throws SQLException {
        sql.update("INSERT INTO instance (" + COLUMNS + ", received) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                instance.study(), instance.sop(), instance.sopClass(), instance.role().name(), instance.revision(), instance.digest(),
                instance.bytes(), instance.file(), instance.sender(), instance.node(), sql.now());
    }

    public void replace(Instance instance) throws SQLException {
        sql.update("DELETE FROM instance WHERE study = ? AND sop = ?", instance.study(), instance.sop());
        add(instance);
    }

    /** Notes that the files of a study were removed from this node. */
    public void removeFiles(String study) throws SQLException {
        sql.update("UPDATE instance SET file = '' WHERE study = ? AND node = ?", study, sql.node());
    }

    private static Instance instance(ResultSet row) throws SQLException {
        return new Instance(row.getString("study"), row.getString("sop"), row.getString("sop_class"),
                Instance.Role.valueOf(row.getString("role")), row.getInt("revision"), row.getString("digest"), row.getLong("bytes"),
                row.getString("file"), row.getString("sender"), row.getString("node"));
    }
}
