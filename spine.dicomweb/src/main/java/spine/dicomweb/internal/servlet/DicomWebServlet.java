package spine.dicomweb.internal.servlet;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.intake.Intake;
import spine.api.intake.StudyArchive;
import spine.common.file.FileFailure;
import spine.common.text.PlainText;
import spine.dicom.DicomCodec;
import spine.dicom.pixel.DicomImages;
import spine.dicomweb.internal.archive.ArchivedStudies;
import spine.dicomweb.internal.http.BusyException;
import spine.dicomweb.internal.http.DamagedObjectException;
import spine.dicomweb.internal.http.HttpFailure;
import spine.dicomweb.internal.http.Transaction;
import spine.dicomweb.internal.uri.Resource;

/**
 * The DICOM web services (PS3.18 chapter 10). Who may ask for what is decided before, by the context that the servlet belongs to; without
 * that context it is not reachable.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/dicom-web/*")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=spine)")
public final class DicomWebServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(DicomWebServlet.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final transient Routes routes;

    @Activate
    public DicomWebServlet(@Reference StudyArchive archive, @Reference Intake intake, @Reference DicomCodec codec,
            @Reference DicomImages images, BundleContext context) throws IOException {
        this(new Routes(new ArchivedStudies(archive, codec), intake, codec, images,
                ReceivingFolder.emptied(context.getDataFile("receiving").toPath())));
    }

    public DicomWebServlet(Routes routes) {
        this.routes = routes;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            transaction(request, response);
        } catch (HttpFailure refused) {
            say(response, refused.status(), refused.getMessage());
        } catch (BusyException busy) {
            answerOrBreakOff(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, busy);
        } catch (DamagedObjectException damaged) {
            LOG.warn("{}", PlainText.line(damaged.getMessage()));
            answerOrBreakOff(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, damaged);
        } catch (FileSystemException unreadable) {
            // Such as an object of a result that was replaced in this moment. Its path is for the log alone.
            LOG.warn("{}", PlainText.line(FileFailure.sentence(unreadable)));
            answerOrBreakOff(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    new IOException("A file of the archive cannot be read or written in this moment.", unreadable));
        }
    }

    private void transaction(HttpServletRequest request, HttpServletResponse response) throws IOException, HttpFailure {
        Resource resource = Resource.parse(request.getPathInfo()).orElseThrow(() ->
                new HttpFailure(HttpFailure.NOT_FOUND, "There is no such resource: addresses are made of UIDs as PS3.18 10.1 says."));
        Optional<Transaction> transaction = routes.of(request.getMethod(), resource);
        if (transaction.isPresent()) {
            transaction.get().answer(resource, request, response);
        } else if (METHODS.contains(request.getMethod())) {
            throw new HttpFailure(HttpFailure.NOT_FOUND, "There is no such resource.");
        } else {
            response.setHeader("Allow", "GET, HEAD, POST");
            throw new HttpFailure(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Only GET, HEAD and POST are answered here.");
        }
    }

    /** Where some of the answer is on its way, only the end of the connection tells the client that it is not whole. */
    private static void answerOrBreakOff(HttpServletResponse response, int status, IOException failure) throws IOException {
        if (response.isCommitted()) {
            throw failure;
        }
        response.reset();
        say(response, status, failure.getMessage());
    }

    private static void say(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
