package io.goodput.netty.tls;

import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which certificate is shown for which name: the names that are in it (RFC 6125), one label for a star. */
final class NamedContexts {
    private static final int DNS = 2;

    private final Map<String, SslContext> byName;
    private final SslContext otherwise;

    private NamedContexts(Map<String, SslContext> byName, SslContext otherwise) {
        this.byName = byName;
        this.otherwise = otherwise;
    }

    static NamedContexts of(List<TlsFiles> files, List<SslContext> contexts) throws IOException {
        Map<String, SslContext> byName = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            for (String name : names(files.get(i))) {
                byName.putIfAbsent(name, contexts.get(i));
            }
        }
        return new NamedContexts(byName, contexts.getFirst());
    }

    private static List<String> names(TlsFiles files) throws IOException {
        try (InputStream in = Files.newInputStream(files.certificates())) {
            var own = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            Collection<List<?>> names = own.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> Objects.equals(name.get(0), DNS))
                            .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                            .toList();
        } catch (CertificateException e) {
            throw new IOException(files.certificates() + ": no certificate", e);
        }
    }

    SslContext of(@Nullable String name) {
        if (name == null) {
            return otherwise;
        }
        String asked = name.toLowerCase(Locale.ROOT);
        SslContext exact = byName.get(asked);
        if (exact != null) {
            return exact;
        }
        int dot = asked.indexOf('.');
        return dot < 0 ? otherwise : byName.getOrDefault("*" + asked.substring(dot), otherwise);
    }
}
