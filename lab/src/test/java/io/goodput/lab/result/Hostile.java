package io.goodput.lab.result;

/** Text that tries to get out of wherever it is put: scripts, attributes, comments, templates, terminals, XML. */
public final class Hostile {
    public static final String TEXT =
            "</script><script>alert(1)</script><!-- --> ]]> \" onload='x' & &amp; {{data}} $1 \\"
                    + " \u2028\u2029 \u001b[31m \u202e \u0000 \uFFFE \r\n end";

    private Hostile() {}
}
