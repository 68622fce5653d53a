package spine.dicomweb.internal.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicomweb.internal.archive.ArchivedStudies;
import spine.dicomweb.internal.archive.HeadAttribute;
import spine.dicomweb.internal.archive.Level;
import spine.dicomweb.internal.bulk.BulkAddresses;
import spine.dicomweb.internal.http.Acceptable;
import spine.dicomweb.internal.http.HttpFailure;
import spine.dicomweb.internal.http.ServiceRoot;
import spine.dicomweb.internal.http.Transaction;
import spine.dicomweb.internal.uri.Resource;
import spine.io.dicomweb.json.DicomJsonWriter;

/** The search transaction. */
public final class SearchTransaction implements Transaction {
    private final ArchivedStudies archive;
    private final DicomCodec codec;

    public SearchTransaction(ArchivedStudies archive, DicomCodec codec) {
        this.archive = archive;
        this.codec = codec;
    }

    @Override
    public void answer(Resource resource, HttpServletRequest request, HttpServletResponse response) throws IOException, HttpFailure {
        String type = Acceptable.of(request).single(Acceptable.DICOM_JSON, Acceptable.JSON).orElseThrow(() -> new HttpFailure(
                HttpFailure.NOT_ACCEPTABLE, "Answers to searches are application/dicom+json."));
        Search search = Search.of(request.getParameterMap());
        Finder finder = new Finder(archive, search, resource.scope(), level(resource));
        List<Answer> answers = finder.find();
        search.warnings().forEach(warning -> warn(response, warning));
        if (finder.hasMore()) {
            warn(response, "There are additional results that can be requested.");
        }
        if (answers.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setContentType(type);
        String root = ServiceRoot.of(request);
        try (DicomJsonWriter json = DicomJsonWriter.array(response.getOutputStream())) {
            for (Answer answer : answers) {
                json.write(withIncluded(answer, search, root), new BulkAddresses(root, answer.instance()));
            }
        }
    }

    /** The file is read again only for attributes that its head does not have. */
    private DicomObject withIncluded(Answer answer, Search search, String root) throws IOException {
        DicomObject attributes = answer.attributes(root);
        boolean all = search.includesAll() && answer.level() == Level.INSTANCE;
        if (all || search.included().stream().anyMatch(tag -> HeadAttribute.of(tag).isEmpty())) {
            try {
                codec.read(answer.instance().file(), false).elements().stream()
                        .filter(element -> all || search.included().contains(element.tag())).forEach(attributes::put);
            } catch (NoSuchFileException | UnusableInputException gone) {
                // It was replaced since it was found: what is known of it is told.
                return attributes;
            }
        }
        search.included().stream().flatMap(tag -> answer.instance().head().element(tag).stream()).forEach(attributes::put);
        return attributes;
    }

    private static void warn(HttpServletResponse response, String sentence) {
        response.addHeader("Warning", "299 - \"" + sentence + "\"");
    }

    private static Level level(Resource resource) {
        return switch (resource.kind()) {
            case "studies" -> Level.STUDY;
            case "series" -> Level.SERIES;
            default -> Level.INSTANCE;
        };
    }
}
