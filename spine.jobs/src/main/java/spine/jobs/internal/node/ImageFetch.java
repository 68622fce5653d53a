package spine.jobs.internal.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.api.job.Job;
import spine.common.digest.Sha256;
import spine.common.file.FileFailure;
import spine.common.file.FileTree;
import spine.common.install.HomePermissions;
import spine.common.text.DicomUid;
import spine.dicom.DicomCodec;
import spine.dicom.Tag;
import spine.dicom.codec.EncodedDataSet;
import spine.io.dicomweb.Credentials;
import spine.io.dicomweb.DicomWeb;
import spine.io.dicomweb.DicomWebNode;
import spine.io.dicomweb.RetrieveLimits;
import spine.jobs.internal.spool.SpoolFolder;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.DatabaseException;
import spine.jobs.internal.store.Instance;
import spine.jobs.internal.store.Node;
import spine.jobs.internal.store.NodeTable;

/**
 * Brings the images of a job together: those of this node from its spool, those of others by DICOMweb from there (WADO-RS). An object
 * counts only if it is the one that the database speaks of. Safe for use by many threads.
 */
public final class ImageFetch {
    /** The node looks at the head of every object of the study before it answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Database database;
    private final SpoolFolder spool;
    private final Path root;
    private final DicomCodec codec;
    private final DicomWeb web;
    private final Peers peers;

    /** @param root for folders of jobs; what a process has left there that was killed is removed */
    public ImageFetch(Database database, SpoolFolder spool, Path root, DicomCodec codec, DicomWeb web, Peers peers) throws IOException {
        this.database = database;
        this.spool = spool;
        this.root = root;
        this.codec = codec;
        this.web = web;
        this.peers = peers;
        if (Files.exists(root)) {
            FileTree.delete(root);
        }
    }

    /**
     * @throws UnreachableNodeException if images lie with a node that does not give them now
     * @throws DatabaseException if the database cannot be asked
     */
    public BorrowedImages of(Job job, List<Instance> images, Cancellation cancellation) throws IOException {
        Path folder = root.resolve(job.id() + "-" + job.attempts());
        Path study = folder.resolve(job.studyInstanceUid());
        List<Path> files = new ArrayList<>();
        Map<String, Map<String, Instance>> elsewhere = new TreeMap<>();
        for (Instance image : images) {
            if (image.node().equals(database.node())) {
                files.add(spool.file(image));
            } else if (DicomUid.isValid(image.sop()) && DicomUid.isValid(job.studyInstanceUid())) {
                files.add(study.resolve(image.sop() + ".dcm"));
                elsewhere.computeIfAbsent(image.node(), id -> new TreeMap<>()).put(image.sop(), image);
            } else {
                throw new IOException("The database has an image of job " + job.id() + " without a UID.");
            }
        }
        BorrowedImages borrowed = new BorrowedImages(files, folder);
        boolean complete = false;
        try {
            for (Map.Entry<String, Map<String, Instance>> one : elsewhere.entrySet()) {
                fetch(one.getKey(), one.getValue(), study, cancellation);
            }
            complete = true;
            return borrowed;
        } finally {
            if (!complete) {
                borrowed.close();
            }
        }
    }

    private void fetch(String id, Map<String, Instance> wanted, Path folder, Cancellation cancellation) throws IOException {
        Node node = database.read(sql -> new NodeTable(sql).find(id)).orElseThrow(() -> new UnreachableNodeException(
                "The platform that has its images does not serve at the moment.", null));
        String study = folder.getFileName().toString();
        try {
            HomePermissions.createPrivateFolder(root);
            HomePermissions.createPrivateFolder(folder.getParent());
            Files.createDirectories(folder);
            DicomWebNode address = address(node, folder.getParent());
            if (web.objects(address, study).isPresent()) {
                web.retrieve(address, study, RetrieveLimits.STANDARD, object -> {
                    cancellation.check();
                    take(object, wanted, folder);
                });
            }
            peers.reached(node);
        } catch (IOException | IllegalArgumentException e) {
            peers.failed(node);
            throw new UnreachableNodeException("Its images lie with the platform on " + node.host() + ", and cannot be fetched now: "
                    + (e instanceof IOException failure ? FileFailure.reason(failure) : e.getMessage()), e);
        }
    }

    private static DicomWebNode address(Node node, Path folder) throws IOException {
        Optional<Path> trusted = Optional.empty();
        if (!node.certificate().isEmpty()) {
            trusted = Optional.of(Files.writeString(folder.resolve("node.pem"), node.certificate()));
        }
        return new DicomWebNode(URI.create(node.address() + "dicom-web"), Credentials.bearer(node.secret()), trusted, PATIENCE);
    }

    /** Results, which the node gives too, and what is not as it was received are left out. */
    private void take(InputStream object, Map<String, Instance> wanted, Path folder) throws IOException {
        Path part = folder.resolve(".part");
        try {
            Files.copy(object, part, StandardCopyOption.REPLACE_EXISTING);
            Instance image = wanted.get(codec.read(part, false).text(Tag.SOPInstanceUID));
            if (image != null && digest(part).equals(image.digest())) {
                Files.move(part, folder.resolve(image.sop() + ".dcm"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (UnusableInputException notThatImage) {
            // Whoever misses it says so.
            return;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String digest(Path file) throws IOException, UnusableInputException {
        long start = EncodedDataSet.in(file).start();
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(start);
            return Sha256.of(in);
        }
    }
}
