package spine.viewer.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The files of the viewer, and its page for every address that only the viewer itself knows. There are no others than those in the bundle.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/viewer", "/viewer/*"})
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=spine)")
public final class ViewerServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String FOLDER = "/viewer";
    private static final String PAGE = "/index.html";
    /**
     * Scripts from here alone and none in the page. The viewer makes functions of text for arrays of segmentations; its decoders are
     * WebAssembly, and run in workers that are made of data.
     */
    private static final String POLICY = "default-src 'none'; script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval' blob:;"
            + " worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:;"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"), Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"), Map.entry("jsonc", "application/json"), Map.entry("wasm", "application/wasm"),
            Map.entry("png", "image/png"), Map.entry("svg", "image/svg+xml"), Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));

    private final transient Map<String, URL> files;

    @Activate
    public ViewerServlet(BundleContext context) {
        this(entries(context));
    }

    /** @param files by path, which begins with a slash */
    ViewerServlet(Map<String, URL> files) {
        this.files = Map.copyOf(files);
    }

    private static Map<String, URL> entries(BundleContext context) {
        Map<String, URL> files = new HashMap<>();
        Enumeration<URL> entries = context.getBundle().findEntries(FOLDER, "*", true);
        for (URL entry : Collections.list(entries)) {
            if (!entry.getPath().endsWith("/")) {
                files.put(entry.getPath().substring(FOLDER.length()), entry);
            }
        }
        return files;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null || request.getPathInfo().equals("/") ? PAGE : request.getPathInfo();
        boolean isAddressOfViewer = path.substring(path.lastIndexOf('/') + 1).indexOf('.') < 0;
        String name = files.containsKey(path) || !isAddressOfViewer ? path : PAGE;
        URL file = files.get(name);
        response.setHeader("Content-Security-Policy", POLICY);
        if (file == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain; charset=utf-8");
            response.getOutputStream().print("There is no such file.\n");
            return;
        }
        response.setContentType(TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
        // Names of files that are loaded carry a digest of their content; the page and the settings do not.
        response.setHeader("Cache-Control", name.matches(".*[.-][0-9a-f]{16}\\.[a-z0-9]+|/[0-9a-f]{16}\\.[a-z0-9]+")
                ? "private, max-age=86400" : "no-cache");
        try (InputStream in = file.openStream()) {
            in.transferTo(response.getOutputStream());
        }
    }
}
