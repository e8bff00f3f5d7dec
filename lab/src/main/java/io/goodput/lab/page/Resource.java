package io.goodput.lab.page;

import io.goodput.page.PageAsset;

/** The parts of the page that are files beside this class. */
final class Resource {
    private Resource() {}

    static String text(String name) {
        return PageAsset.text(Resource.class.getResourceAsStream(name), name);
    }
}
