// Generated from the API's description by `make explorer-types`: change that, not this.
export interface paths {
    "/search/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search by a link */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    data_type?: "morphology" | "electrophysiology" | "connection" | "single";
                    page?: number;
                    size?: number;
                    sort?: "relevance" | "name" | "-name";
                    facets?: string;
                    literal?: boolean;
                    explain?: boolean;
                    concept?: string[];
                    species?: string[];
                    secondary_region?: string[];
                    cell_type?: string[];
                    archive?: string[];
                    physical_integrity?: string[];
                    physical_integrities?: string[];
                    structural_domains?: string[];
                    morphologies?: string[];
                    strain?: string[];
                    stain?: string[];
                    gender?: string[];
                    age_classification?: string[];
                    experiment_condition?: string[];
                    protocol?: string[];
                    original_format?: string[];
                    reconstruction_software?: string[];
                    subregions?: string[];
                    layers?: string[];
                    mtype?: string[];
                    has_file?: boolean;
                    soma_region?: string[];
                    etype?: string[];
                    markers?: string[];
                    negative_markers?: string[];
                    synaptic_effect?: string[];
                    supertype?: string[];
                    "presynaptic.secondary_region"?: string[];
                    "presynaptic.layers"?: string[];
                    "presynaptic.soma_region"?: string[];
                    "presynaptic.cell_type"?: string[];
                    "presynaptic.name"?: string[];
                    "presynaptic.markers"?: string[];
                    "presynaptic.negative_markers"?: string[];
                    "presynaptic.synaptic_effect"?: string[];
                    "presynaptic.supertype"?: string[];
                    "postsynaptic.secondary_region"?: string[];
                    "postsynaptic.layers"?: string[];
                    "postsynaptic.soma_region"?: string[];
                    "postsynaptic.cell_type"?: string[];
                    "postsynaptic.name"?: string[];
                    "postsynaptic.markers"?: string[];
                    "postsynaptic.negative_markers"?: string[];
                    "postsynaptic.synaptic_effect"?: string[];
                    "postsynaptic.supertype"?: string[];
                    cell_types?: string[];
                    channels?: string[];
                    receptors?: string[];
                    model_concepts?: string[];
                    implementers?: string[];
                    regions?: string[];
                    transmitters?: string[];
                    genes?: string[];
                    model_types?: string[];
                    modeling_application?: string[];
                    min_age_days?: string;
                    max_age_days?: string;
                    min_age?: string;
                    max_age?: string;
                    min_weight?: string;
                    max_weight?: string;
                    slicing_thickness?: string;
                    soma_surface?: string;
                    surface?: string;
                    volume?: string;
                    "morphometry.length"?: string;
                    "morphometry.max_euclidean_distance"?: string;
                    "morphometry.max_path_distance"?: string;
                    "morphometry.width"?: string;
                    "morphometry.height"?: string;
                    "morphometry.depth"?: string;
                    "morphometry.mean_diameter"?: string;
                    "morphometry.surface"?: string;
                    "morphometry.soma_surface"?: string;
                    "morphometry.volume"?: string;
                    "morphometry.stems"?: string;
                    "morphometry.bifurcations"?: string;
                    "morphometry.branches"?: string;
                    "morphometry.tips"?: string;
                    "morphometry.max_branch_order"?: string;
                    "morphometry.partition_asymmetry"?: string;
                    "morphometry.axon.length"?: string;
                    "morphometry.axon.max_euclidean_distance"?: string;
                    "morphometry.axon.max_path_distance"?: string;
                    "morphometry.axon.width"?: string;
                    "morphometry.axon.height"?: string;
                    "morphometry.axon.depth"?: string;
                    "morphometry.axon.mean_diameter"?: string;
                    "morphometry.axon.surface"?: string;
                    "morphometry.axon.volume"?: string;
                    "morphometry.axon.stems"?: string;
                    "morphometry.axon.bifurcations"?: string;
                    "morphometry.axon.branches"?: string;
                    "morphometry.axon.tips"?: string;
                    "morphometry.axon.max_branch_order"?: string;
                    "morphometry.axon.partition_asymmetry"?: string;
                    "morphometry.basal_dendrite.length"?: string;
                    "morphometry.basal_dendrite.max_euclidean_distance"?: string;
                    "morphometry.basal_dendrite.max_path_distance"?: string;
                    "morphometry.basal_dendrite.width"?: string;
                    "morphometry.basal_dendrite.height"?: string;
                    "morphometry.basal_dendrite.depth"?: string;
                    "morphometry.basal_dendrite.mean_diameter"?: string;
                    "morphometry.basal_dendrite.surface"?: string;
                    "morphometry.basal_dendrite.volume"?: string;
                    "morphometry.basal_dendrite.stems"?: string;
                    "morphometry.basal_dendrite.bifurcations"?: string;
                    "morphometry.basal_dendrite.branches"?: string;
                    "morphometry.basal_dendrite.tips"?: string;
                    "morphometry.basal_dendrite.max_branch_order"?: string;
                    "morphometry.basal_dendrite.partition_asymmetry"?: string;
                    "morphometry.apical_dendrite.length"?: string;
                    "morphometry.apical_dendrite.max_euclidean_distance"?: string;
                    "morphometry.apical_dendrite.max_path_distance"?: string;
                    "morphometry.apical_dendrite.width"?: string;
                    "morphometry.apical_dendrite.height"?: string;
                    "morphometry.apical_dendrite.depth"?: string;
                    "morphometry.apical_dendrite.mean_diameter"?: string;
                    "morphometry.apical_dendrite.surface"?: string;
                    "morphometry.apical_dendrite.volume"?: string;
                    "morphometry.apical_dendrite.stems"?: string;
                    "morphometry.apical_dendrite.bifurcations"?: string;
                    "morphometry.apical_dendrite.branches"?: string;
                    "morphometry.apical_dendrite.tips"?: string;
                    "morphometry.apical_dendrite.max_branch_order"?: string;
                    "morphometry.apical_dendrite.partition_asymmetry"?: string;
                    "morphometry.dendrites.length"?: string;
                    "morphometry.dendrites.max_euclidean_distance"?: string;
                    "morphometry.dendrites.max_path_distance"?: string;
                    "morphometry.dendrites.width"?: string;
                    "morphometry.dendrites.height"?: string;
                    "morphometry.dendrites.depth"?: string;
                    "morphometry.dendrites.mean_diameter"?: string;
                    "morphometry.dendrites.surface"?: string;
                    "morphometry.dendrites.volume"?: string;
                    "morphometry.dendrites.stems"?: string;
                    "morphometry.dendrites.bifurcations"?: string;
                    "morphometry.dendrites.branches"?: string;
                    "morphometry.dendrites.tips"?: string;
                    "morphometry.dendrites.max_branch_order"?: string;
                    "morphometry.dendrites.partition_asymmetry"?: string;
                    "source_morphometry.length"?: string;
                    "source_morphometry.max_euclidean_distance"?: string;
                    "source_morphometry.max_path_distance"?: string;
                    "source_morphometry.width"?: string;
                    "source_morphometry.height"?: string;
                    "source_morphometry.depth"?: string;
                    "source_morphometry.mean_diameter"?: string;
                    "source_morphometry.surface"?: string;
                    "source_morphometry.soma_surface"?: string;
                    "source_morphometry.volume"?: string;
                    "source_morphometry.stems"?: string;
                    "source_morphometry.bifurcations"?: string;
                    "source_morphometry.branches"?: string;
                    "source_morphometry.max_branch_order"?: string;
                    "source_morphometry.partition_asymmetry"?: string;
                    "source_morphometry.contraction"?: string;
                    "source_morphometry.fragmentation"?: string;
                    "source_morphometry.pk_classic"?: string;
                    "source_morphometry.bif_ampl_local"?: string;
                    "source_morphometry.bif_ampl_remote"?: string;
                    "source_morphometry.fractal_dimension"?: string;
                    release?: string;
                    cursor?: string;
                };
                header?: never;
                path: {
                    index: "dataset" | "model";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page"];
                    };
                };
                /** @description as you have it */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Search */
        post: {
            parameters: {
                query?: {
                    release?: string;
                    cursor?: string;
                };
                header?: never;
                path: {
                    index: "dataset" | "model";
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": {
                        data_type?: ("morphology" | "electrophysiology" | "connection" | "single" | "") | null;
                        query?: string | null;
                        filters?: {
                            species?: string | string[] | null;
                            secondary_region?: string | string[] | null;
                            cell_type?: string | string[] | null;
                            archive?: string | string[] | null;
                            physical_integrity?: string | string[] | null;
                            physical_integrities?: string | string[] | null;
                            structural_domains?: string | string[] | null;
                            morphologies?: string | string[] | null;
                            strain?: string | string[] | null;
                            stain?: string | string[] | null;
                            gender?: string | string[] | null;
                            age_classification?: string | string[] | null;
                            experiment_condition?: string | string[] | null;
                            protocol?: string | string[] | null;
                            original_format?: string | string[] | null;
                            reconstruction_software?: string | string[] | null;
                            subregions?: string | string[] | null;
                            layers?: string | string[] | null;
                            mtype?: string | string[] | null;
                            has_file?: boolean | null;
                            soma_region?: string | string[] | null;
                            etype?: string | string[] | null;
                            markers?: string | string[] | null;
                            negative_markers?: string | string[] | null;
                            synaptic_effect?: string | string[] | null;
                            supertype?: string | string[] | null;
                            cell_types?: string | string[] | null;
                            channels?: string | string[] | null;
                            receptors?: string | string[] | null;
                            model_concepts?: string | string[] | null;
                            implementers?: string | string[] | null;
                            regions?: string | string[] | null;
                            transmitters?: string | string[] | null;
                            genes?: string | string[] | null;
                            model_types?: string | string[] | null;
                            modeling_application?: string | string[] | null;
                            min_age_days?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            max_age_days?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            min_age?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            max_age?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            min_weight?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            max_weight?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            slicing_thickness?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            soma_surface?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            surface?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            volume?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.soma_surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.soma_surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.contraction"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.fragmentation"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.pk_classic"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.bif_ampl_local"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.bif_ampl_remote"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.fractal_dimension"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            /** @description a concept by identifier, label or synonym; of one facet one is enough, of each facet one is needed */
                            concept?: string | string[] | null;
                            presynaptic?: {
                                secondary_region?: string | string[] | null;
                                layers?: string | string[] | null;
                                soma_region?: string | string[] | null;
                                cell_type?: string | string[] | null;
                                name?: string | string[] | null;
                                markers?: string | string[] | null;
                                negative_markers?: string | string[] | null;
                                synaptic_effect?: string | string[] | null;
                                supertype?: string | string[] | null;
                            };
                            postsynaptic?: {
                                secondary_region?: string | string[] | null;
                                layers?: string | string[] | null;
                                soma_region?: string | string[] | null;
                                cell_type?: string | string[] | null;
                                name?: string | string[] | null;
                                markers?: string | string[] | null;
                                negative_markers?: string | string[] | null;
                                synaptic_effect?: string | string[] | null;
                                supertype?: string | string[] | null;
                            };
                        } | null;
                        /** @description facets to count: `all`, `none` (as without it), or names with commas between them */
                        facets?: string | string[] | null;
                        /** @description take the text as words alone: nothing in it becomes a filter */
                        literal?: boolean | null;
                        /** @description tell per hit which words matched in which field */
                        explain?: boolean | null;
                        sort?: ("relevance" | "name" | "-name" | "") | null;
                    };
                };
            };
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page"];
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/{index}/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One page of a search */
        post: {
            parameters: {
                query?: {
                    release?: string;
                    cursor?: string;
                };
                header?: never;
                path: {
                    index: "dataset" | "model";
                    page: number;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": {
                        data_type?: ("morphology" | "electrophysiology" | "connection" | "single" | "") | null;
                        query?: string | null;
                        filters?: {
                            species?: string | string[] | null;
                            secondary_region?: string | string[] | null;
                            cell_type?: string | string[] | null;
                            archive?: string | string[] | null;
                            physical_integrity?: string | string[] | null;
                            physical_integrities?: string | string[] | null;
                            structural_domains?: string | string[] | null;
                            morphologies?: string | string[] | null;
                            strain?: string | string[] | null;
                            stain?: string | string[] | null;
                            gender?: string | string[] | null;
                            age_classification?: string | string[] | null;
                            experiment_condition?: string | string[] | null;
                            protocol?: string | string[] | null;
                            original_format?: string | string[] | null;
                            reconstruction_software?: string | string[] | null;
                            subregions?: string | string[] | null;
                            layers?: string | string[] | null;
                            mtype?: string | string[] | null;
                            has_file?: boolean | null;
                            soma_region?: string | string[] | null;
                            etype?: string | string[] | null;
                            markers?: string | string[] | null;
                            negative_markers?: string | string[] | null;
                            synaptic_effect?: string | string[] | null;
                            supertype?: string | string[] | null;
                            cell_types?: string | string[] | null;
                            channels?: string | string[] | null;
                            receptors?: string | string[] | null;
                            model_concepts?: string | string[] | null;
                            implementers?: string | string[] | null;
                            regions?: string | string[] | null;
                            transmitters?: string | string[] | null;
                            genes?: string | string[] | null;
                            model_types?: string | string[] | null;
                            modeling_application?: string | string[] | null;
                            min_age_days?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            max_age_days?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            min_age?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            max_age?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            min_weight?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            max_weight?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            slicing_thickness?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            soma_surface?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            surface?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            volume?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.soma_surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.soma_surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.contraction"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.fragmentation"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.pk_classic"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.bif_ampl_local"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.bif_ampl_remote"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.fractal_dimension"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            /** @description a concept by identifier, label or synonym; of one facet one is enough, of each facet one is needed */
                            concept?: string | string[] | null;
                            presynaptic?: {
                                secondary_region?: string | string[] | null;
                                layers?: string | string[] | null;
                                soma_region?: string | string[] | null;
                                cell_type?: string | string[] | null;
                                name?: string | string[] | null;
                                markers?: string | string[] | null;
                                negative_markers?: string | string[] | null;
                                synaptic_effect?: string | string[] | null;
                                supertype?: string | string[] | null;
                            };
                            postsynaptic?: {
                                secondary_region?: string | string[] | null;
                                layers?: string | string[] | null;
                                soma_region?: string | string[] | null;
                                cell_type?: string | string[] | null;
                                name?: string | string[] | null;
                                markers?: string | string[] | null;
                                negative_markers?: string | string[] | null;
                                synaptic_effect?: string | string[] | null;
                                supertype?: string | string[] | null;
                            };
                        } | null;
                        /** @description facets to count: `all`, `none` (as without it), or names with commas between them */
                        facets?: string | string[] | null;
                        /** @description take the text as words alone: nothing in it becomes a filter */
                        literal?: boolean | null;
                        /** @description tell per hit which words matched in which field */
                        explain?: boolean | null;
                        sort?: ("relevance" | "name" | "-name" | "") | null;
                    };
                };
            };
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page"];
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/{index}/{page}/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One page of a chosen size */
        post: {
            parameters: {
                query?: {
                    release?: string;
                    cursor?: string;
                };
                header?: never;
                path: {
                    index: "dataset" | "model";
                    page: number;
                    size: number;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": {
                        data_type?: ("morphology" | "electrophysiology" | "connection" | "single" | "") | null;
                        query?: string | null;
                        filters?: {
                            species?: string | string[] | null;
                            secondary_region?: string | string[] | null;
                            cell_type?: string | string[] | null;
                            archive?: string | string[] | null;
                            physical_integrity?: string | string[] | null;
                            physical_integrities?: string | string[] | null;
                            structural_domains?: string | string[] | null;
                            morphologies?: string | string[] | null;
                            strain?: string | string[] | null;
                            stain?: string | string[] | null;
                            gender?: string | string[] | null;
                            age_classification?: string | string[] | null;
                            experiment_condition?: string | string[] | null;
                            protocol?: string | string[] | null;
                            original_format?: string | string[] | null;
                            reconstruction_software?: string | string[] | null;
                            subregions?: string | string[] | null;
                            layers?: string | string[] | null;
                            mtype?: string | string[] | null;
                            has_file?: boolean | null;
                            soma_region?: string | string[] | null;
                            etype?: string | string[] | null;
                            markers?: string | string[] | null;
                            negative_markers?: string | string[] | null;
                            synaptic_effect?: string | string[] | null;
                            supertype?: string | string[] | null;
                            cell_types?: string | string[] | null;
                            channels?: string | string[] | null;
                            receptors?: string | string[] | null;
                            model_concepts?: string | string[] | null;
                            implementers?: string | string[] | null;
                            regions?: string | string[] | null;
                            transmitters?: string | string[] | null;
                            genes?: string | string[] | null;
                            model_types?: string | string[] | null;
                            modeling_application?: string | string[] | null;
                            min_age_days?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            max_age_days?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            min_age?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            max_age?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            min_weight?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            max_weight?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            slicing_thickness?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            soma_surface?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            surface?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            volume?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.soma_surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.soma_surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.contraction"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.fragmentation"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.pk_classic"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.bif_ampl_local"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.bif_ampl_remote"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.fractal_dimension"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            /** @description a concept by identifier, label or synonym; of one facet one is enough, of each facet one is needed */
                            concept?: string | string[] | null;
                            presynaptic?: {
                                secondary_region?: string | string[] | null;
                                layers?: string | string[] | null;
                                soma_region?: string | string[] | null;
                                cell_type?: string | string[] | null;
                                name?: string | string[] | null;
                                markers?: string | string[] | null;
                                negative_markers?: string | string[] | null;
                                synaptic_effect?: string | string[] | null;
                                supertype?: string | string[] | null;
                            };
                            postsynaptic?: {
                                secondary_region?: string | string[] | null;
                                layers?: string | string[] | null;
                                soma_region?: string | string[] | null;
                                cell_type?: string | string[] | null;
                                name?: string | string[] | null;
                                markers?: string | string[] | null;
                                negative_markers?: string | string[] | null;
                                synaptic_effect?: string | string[] | null;
                                supertype?: string | string[] | null;
                            };
                        } | null;
                        /** @description facets to count: `all`, `none` (as without it), or names with commas between them */
                        facets?: string | string[] | null;
                        /** @description take the text as words alone: nothing in it becomes a filter */
                        literal?: boolean | null;
                        /** @description tell per hit which words matched in which field */
                        explain?: boolean | null;
                        sort?: ("relevance" | "name" | "-name" | "") | null;
                    };
                };
            };
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page"];
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/{index}/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records by identifier */
        post: {
            parameters: {
                query?: {
                    release?: string;
                };
                header?: never;
                path: {
                    index: "dataset" | "model";
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": {
                        ids?: string | string[];
                    };
                };
            };
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/types/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Types */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    index: "dataset" | "model";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filters/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Filters */
        get: {
            parameters: {
                query?: {
                    release?: string;
                    extended?: boolean;
                };
                header?: never;
                path: {
                    index: "dataset" | "model";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filters/{index}/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Filters of a type */
        get: {
            parameters: {
                query?: {
                    release?: string;
                    extended?: boolean;
                };
                header?: never;
                path: {
                    index: "dataset" | "model";
                    type: "morphology" | "electrophysiology" | "connection" | "single";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suggest/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suggestions as one types */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    data_type?: "morphology" | "electrophysiology" | "connection" | "single";
                    size?: number;
                };
                header?: never;
                path: {
                    index: "dataset" | "model";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Connections counted by both of their sides */
        get: {
            parameters: {
                query?: {
                    by?: "soma_region" | "secondary_region" | "layers" | "cell_type" | "name";
                    format?: "json" | "csv";
                    release?: string;
                    q?: string;
                    concept?: string[];
                    "presynaptic.secondary_region"?: string[];
                    "presynaptic.layers"?: string[];
                    "presynaptic.soma_region"?: string[];
                    "presynaptic.cell_type"?: string[];
                    "presynaptic.name"?: string[];
                    "presynaptic.markers"?: string[];
                    "presynaptic.negative_markers"?: string[];
                    "presynaptic.synaptic_effect"?: string[];
                    "presynaptic.supertype"?: string[];
                    "postsynaptic.secondary_region"?: string[];
                    "postsynaptic.layers"?: string[];
                    "postsynaptic.soma_region"?: string[];
                    "postsynaptic.cell_type"?: string[];
                    "postsynaptic.name"?: string[];
                    "postsynaptic.markers"?: string[];
                    "postsynaptic.negative_markers"?: string[];
                    "postsynaptic.synaptic_effect"?: string[];
                    "postsynaptic.supertype"?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/json": Record<string, never>;
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/download/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A ZIP of files */
        get: {
            parameters: {
                query?: {
                    ids?: string;
                    release?: string;
                };
                header?: never;
                path: {
                    index: "dataset" | "model";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the ZIP is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the file, or the ZIP */
                302: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** A ZIP of files */
        post: {
            parameters: {
                query?: {
                    release?: string;
                };
                header?: never;
                path: {
                    index: "dataset" | "model";
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": {
                        ids?: string | string[];
                    };
                };
            };
            responses: {
                /** @description the ZIP is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the file, or the ZIP */
                302: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/download/{index}/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A ZIP of all found */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    data_type?: "morphology" | "electrophysiology" | "connection" | "single";
                    literal?: boolean;
                    concept?: string[];
                    species?: string[];
                    secondary_region?: string[];
                    cell_type?: string[];
                    archive?: string[];
                    physical_integrity?: string[];
                    physical_integrities?: string[];
                    structural_domains?: string[];
                    morphologies?: string[];
                    strain?: string[];
                    stain?: string[];
                    gender?: string[];
                    age_classification?: string[];
                    experiment_condition?: string[];
                    protocol?: string[];
                    original_format?: string[];
                    reconstruction_software?: string[];
                    subregions?: string[];
                    layers?: string[];
                    mtype?: string[];
                    has_file?: boolean;
                    soma_region?: string[];
                    etype?: string[];
                    markers?: string[];
                    negative_markers?: string[];
                    synaptic_effect?: string[];
                    supertype?: string[];
                    "presynaptic.secondary_region"?: string[];
                    "presynaptic.layers"?: string[];
                    "presynaptic.soma_region"?: string[];
                    "presynaptic.cell_type"?: string[];
                    "presynaptic.name"?: string[];
                    "presynaptic.markers"?: string[];
                    "presynaptic.negative_markers"?: string[];
                    "presynaptic.synaptic_effect"?: string[];
                    "presynaptic.supertype"?: string[];
                    "postsynaptic.secondary_region"?: string[];
                    "postsynaptic.layers"?: string[];
                    "postsynaptic.soma_region"?: string[];
                    "postsynaptic.cell_type"?: string[];
                    "postsynaptic.name"?: string[];
                    "postsynaptic.markers"?: string[];
                    "postsynaptic.negative_markers"?: string[];
                    "postsynaptic.synaptic_effect"?: string[];
                    "postsynaptic.supertype"?: string[];
                    cell_types?: string[];
                    channels?: string[];
                    receptors?: string[];
                    model_concepts?: string[];
                    implementers?: string[];
                    regions?: string[];
                    transmitters?: string[];
                    genes?: string[];
                    model_types?: string[];
                    modeling_application?: string[];
                    min_age_days?: string;
                    max_age_days?: string;
                    min_age?: string;
                    max_age?: string;
                    min_weight?: string;
                    max_weight?: string;
                    slicing_thickness?: string;
                    soma_surface?: string;
                    surface?: string;
                    volume?: string;
                    "morphometry.length"?: string;
                    "morphometry.max_euclidean_distance"?: string;
                    "morphometry.max_path_distance"?: string;
                    "morphometry.width"?: string;
                    "morphometry.height"?: string;
                    "morphometry.depth"?: string;
                    "morphometry.mean_diameter"?: string;
                    "morphometry.surface"?: string;
                    "morphometry.soma_surface"?: string;
                    "morphometry.volume"?: string;
                    "morphometry.stems"?: string;
                    "morphometry.bifurcations"?: string;
                    "morphometry.branches"?: string;
                    "morphometry.tips"?: string;
                    "morphometry.max_branch_order"?: string;
                    "morphometry.partition_asymmetry"?: string;
                    "morphometry.axon.length"?: string;
                    "morphometry.axon.max_euclidean_distance"?: string;
                    "morphometry.axon.max_path_distance"?: string;
                    "morphometry.axon.width"?: string;
                    "morphometry.axon.height"?: string;
                    "morphometry.axon.depth"?: string;
                    "morphometry.axon.mean_diameter"?: string;
                    "morphometry.axon.surface"?: string;
                    "morphometry.axon.volume"?: string;
                    "morphometry.axon.stems"?: string;
                    "morphometry.axon.bifurcations"?: string;
                    "morphometry.axon.branches"?: string;
                    "morphometry.axon.tips"?: string;
                    "morphometry.axon.max_branch_order"?: string;
                    "morphometry.axon.partition_asymmetry"?: string;
                    "morphometry.basal_dendrite.length"?: string;
                    "morphometry.basal_dendrite.max_euclidean_distance"?: string;
                    "morphometry.basal_dendrite.max_path_distance"?: string;
                    "morphometry.basal_dendrite.width"?: string;
                    "morphometry.basal_dendrite.height"?: string;
                    "morphometry.basal_dendrite.depth"?: string;
                    "morphometry.basal_dendrite.mean_diameter"?: string;
                    "morphometry.basal_dendrite.surface"?: string;
                    "morphometry.basal_dendrite.volume"?: string;
                    "morphometry.basal_dendrite.stems"?: string;
                    "morphometry.basal_dendrite.bifurcations"?: string;
                    "morphometry.basal_dendrite.branches"?: string;
                    "morphometry.basal_dendrite.tips"?: string;
                    "morphometry.basal_dendrite.max_branch_order"?: string;
                    "morphometry.basal_dendrite.partition_asymmetry"?: string;
                    "morphometry.apical_dendrite.length"?: string;
                    "morphometry.apical_dendrite.max_euclidean_distance"?: string;
                    "morphometry.apical_dendrite.max_path_distance"?: string;
                    "morphometry.apical_dendrite.width"?: string;
                    "morphometry.apical_dendrite.height"?: string;
                    "morphometry.apical_dendrite.depth"?: string;
                    "morphometry.apical_dendrite.mean_diameter"?: string;
                    "morphometry.apical_dendrite.surface"?: string;
                    "morphometry.apical_dendrite.volume"?: string;
                    "morphometry.apical_dendrite.stems"?: string;
                    "morphometry.apical_dendrite.bifurcations"?: string;
                    "morphometry.apical_dendrite.branches"?: string;
                    "morphometry.apical_dendrite.tips"?: string;
                    "morphometry.apical_dendrite.max_branch_order"?: string;
                    "morphometry.apical_dendrite.partition_asymmetry"?: string;
                    "morphometry.dendrites.length"?: string;
                    "morphometry.dendrites.max_euclidean_distance"?: string;
                    "morphometry.dendrites.max_path_distance"?: string;
                    "morphometry.dendrites.width"?: string;
                    "morphometry.dendrites.height"?: string;
                    "morphometry.dendrites.depth"?: string;
                    "morphometry.dendrites.mean_diameter"?: string;
                    "morphometry.dendrites.surface"?: string;
                    "morphometry.dendrites.volume"?: string;
                    "morphometry.dendrites.stems"?: string;
                    "morphometry.dendrites.bifurcations"?: string;
                    "morphometry.dendrites.branches"?: string;
                    "morphometry.dendrites.tips"?: string;
                    "morphometry.dendrites.max_branch_order"?: string;
                    "morphometry.dendrites.partition_asymmetry"?: string;
                    "source_morphometry.length"?: string;
                    "source_morphometry.max_euclidean_distance"?: string;
                    "source_morphometry.max_path_distance"?: string;
                    "source_morphometry.width"?: string;
                    "source_morphometry.height"?: string;
                    "source_morphometry.depth"?: string;
                    "source_morphometry.mean_diameter"?: string;
                    "source_morphometry.surface"?: string;
                    "source_morphometry.soma_surface"?: string;
                    "source_morphometry.volume"?: string;
                    "source_morphometry.stems"?: string;
                    "source_morphometry.bifurcations"?: string;
                    "source_morphometry.branches"?: string;
                    "source_morphometry.max_branch_order"?: string;
                    "source_morphometry.partition_asymmetry"?: string;
                    "source_morphometry.contraction"?: string;
                    "source_morphometry.fragmentation"?: string;
                    "source_morphometry.pk_classic"?: string;
                    "source_morphometry.bif_ampl_local"?: string;
                    "source_morphometry.bif_ampl_remote"?: string;
                    "source_morphometry.fractal_dimension"?: string;
                    release?: string;
                };
                header?: never;
                path: {
                    index: "dataset" | "model";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the ZIP is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the file, or the ZIP */
                302: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** A ZIP of all found */
        post: {
            parameters: {
                query?: {
                    release?: string;
                };
                header?: never;
                path: {
                    index: "dataset" | "model";
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": {
                        data_type?: ("morphology" | "electrophysiology" | "connection" | "single" | "") | null;
                        query?: string | null;
                        filters?: {
                            species?: string | string[] | null;
                            secondary_region?: string | string[] | null;
                            cell_type?: string | string[] | null;
                            archive?: string | string[] | null;
                            physical_integrity?: string | string[] | null;
                            physical_integrities?: string | string[] | null;
                            structural_domains?: string | string[] | null;
                            morphologies?: string | string[] | null;
                            strain?: string | string[] | null;
                            stain?: string | string[] | null;
                            gender?: string | string[] | null;
                            age_classification?: string | string[] | null;
                            experiment_condition?: string | string[] | null;
                            protocol?: string | string[] | null;
                            original_format?: string | string[] | null;
                            reconstruction_software?: string | string[] | null;
                            subregions?: string | string[] | null;
                            layers?: string | string[] | null;
                            mtype?: string | string[] | null;
                            has_file?: boolean | null;
                            soma_region?: string | string[] | null;
                            etype?: string | string[] | null;
                            markers?: string | string[] | null;
                            negative_markers?: string | string[] | null;
                            synaptic_effect?: string | string[] | null;
                            supertype?: string | string[] | null;
                            cell_types?: string | string[] | null;
                            channels?: string | string[] | null;
                            receptors?: string | string[] | null;
                            model_concepts?: string | string[] | null;
                            implementers?: string | string[] | null;
                            regions?: string | string[] | null;
                            transmitters?: string | string[] | null;
                            genes?: string | string[] | null;
                            model_types?: string | string[] | null;
                            modeling_application?: string | string[] | null;
                            min_age_days?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            max_age_days?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            min_age?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            max_age?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            min_weight?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            max_weight?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            slicing_thickness?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            soma_surface?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            surface?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            volume?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.soma_surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.axon.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.basal_dendrite.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.apical_dendrite.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.tips"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "morphometry.dendrites.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.length"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.max_euclidean_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.max_path_distance"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.width"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.height"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.depth"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.mean_diameter"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.soma_surface"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.volume"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.stems"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.bifurcations"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.branches"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.max_branch_order"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.partition_asymmetry"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.contraction"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.fragmentation"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.pk_classic"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.bif_ampl_local"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.bif_ampl_remote"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            "source_morphometry.fractal_dimension"?: string | {
                                from?: number | null;
                                to?: number | null;
                            } | null;
                            /** @description a concept by identifier, label or synonym; of one facet one is enough, of each facet one is needed */
                            concept?: string | string[] | null;
                            presynaptic?: {
                                secondary_region?: string | string[] | null;
                                layers?: string | string[] | null;
                                soma_region?: string | string[] | null;
                                cell_type?: string | string[] | null;
                                name?: string | string[] | null;
                                markers?: string | string[] | null;
                                negative_markers?: string | string[] | null;
                                synaptic_effect?: string | string[] | null;
                                supertype?: string | string[] | null;
                            };
                            postsynaptic?: {
                                secondary_region?: string | string[] | null;
                                layers?: string | string[] | null;
                                soma_region?: string | string[] | null;
                                cell_type?: string | string[] | null;
                                name?: string | string[] | null;
                                markers?: string | string[] | null;
                                negative_markers?: string | string[] | null;
                                synaptic_effect?: string | string[] | null;
                                supertype?: string | string[] | null;
                            };
                        } | null;
                        /** @description facets to count: `all`, `none` (as without it), or names with commas between them */
                        facets?: string | string[] | null;
                        /** @description take the text as words alone: nothing in it becomes a filter */
                        literal?: boolean | null;
                        /** @description tell per hit which words matched in which field */
                        explain?: boolean | null;
                        sort?: ("relevance" | "name" | "-name" | "") | null;
                    };
                };
            };
            responses: {
                /** @description the ZIP is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the file, or the ZIP */
                302: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/download/{index}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file */
        get: {
            parameters: {
                query?: {
                    release?: string;
                };
                header?: never;
                path: {
                    index: "dataset" | "model";
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the ZIP is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the file, or the ZIP */
                302: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archives/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a ZIP is */
        get: {
            parameters: {
                query?: {
                    release?: string;
                };
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the ZIP is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the file, or the ZIP */
                302: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{id}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the ZIP is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the file, or the ZIP */
                302: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/icons/{id}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the ZIP is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the file, or the ZIP */
                302: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        /** @description a presigned link, short-lived */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ontology portals */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            portals: components["schemas"]["Portal"][];
                        };
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ontology portal */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Portal"];
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ontologies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ontologies of the default portal */
        get: {
            parameters: {
                query?: {
                    display?: string;
                    page?: number;
                    pagesize?: number;
                    format?: "json" | "omtd-share";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ontologies/{acronym}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ontology of the default portal */
        get: {
            parameters: {
                query?: {
                    display?: string;
                    page?: number;
                    pagesize?: number;
                    format?: "json" | "omtd-share";
                };
                header?: never;
                path: {
                    /** @example UBERON */
                    acronym: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ontologies/{acronym}/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What belongs to it of the default portal */
        get: {
            parameters: {
                query?: {
                    display?: string;
                    page?: number;
                    pagesize?: number;
                    format?: "json" | "omtd-share";
                };
                header?: never;
                path: {
                    /** @example UBERON */
                    acronym: string;
                    /** @example latest_submission */
                    part: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Latest submissions of the default portal */
        get: {
            parameters: {
                query?: {
                    display?: string;
                    page?: number;
                    pagesize?: number;
                    format?: "json" | "omtd-share";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}/ontologies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ontologies of a portal */
        get: {
            parameters: {
                query?: {
                    display?: string;
                    page?: number;
                    pagesize?: number;
                    format?: "json" | "omtd-share";
                };
                header?: never;
                path: {
                    portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}/ontologies/{acronym}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ontology of a portal */
        get: {
            parameters: {
                query?: {
                    display?: string;
                    page?: number;
                    pagesize?: number;
                    format?: "json" | "omtd-share";
                };
                header?: never;
                path: {
                    portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                    /** @example UBERON */
                    acronym: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}/ontologies/{acronym}/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What belongs to it of a portal */
        get: {
            parameters: {
                query?: {
                    display?: string;
                    page?: number;
                    pagesize?: number;
                    format?: "json" | "omtd-share";
                };
                header?: never;
                path: {
                    portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                    /** @example UBERON */
                    acronym: string;
                    /** @example latest_submission */
                    part: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Latest submissions of a portal */
        get: {
            parameters: {
                query?: {
                    display?: string;
                    page?: number;
                    pagesize?: number;
                    format?: "json" | "omtd-share";
                };
                header?: never;
                path: {
                    portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Classes of a portal that match `q` */
        get: {
            parameters: {
                query?: {
                    /** @example hippocampus */
                    q?: string;
                    display?: string;
                    page?: number;
                    pagesize?: number;
                    format?: "json" | "omtd-share";
                };
                header?: never;
                path: {
                    portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Classes of a portal that match `q` */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/x-www-form-urlencoded": Record<string, never>;
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}/annotator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Classes that a text names */
        get: {
            parameters: {
                query?: {
                    /** @example CA1 field of hippocampus */
                    text?: string;
                    display?: string;
                    page?: number;
                    pagesize?: number;
                    format?: "json" | "omtd-share";
                };
                header?: never;
                path: {
                    portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Classes that a text names */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/x-www-form-urlencoded": Record<string, never>;
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Any resource of a portal, at any depth */
        get: {
            parameters: {
                query?: {
                    display?: string;
                    page?: number;
                    pagesize?: number;
                    format?: "json" | "omtd-share";
                };
                header?: never;
                path: {
                    portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                    /** @example categories */
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Any resource of a portal, at any depth */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                    /** @example categories */
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/x-www-form-urlencoded": Record<string, never>;
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ncbobioportal/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Old address: /ncbobioportal/... */
        get: {
            parameters: {
                query?: {
                    display?: string;
                    page?: number;
                    pagesize?: number;
                    format?: "json" | "omtd-share";
                };
                header?: never;
                path: {
                    /** @example categories */
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Old address: /ncbobioportal/... */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example categories */
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/x-www-form-urlencoded": Record<string, never>;
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/biblioportal/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Old address: /biblioportal/... */
        get: {
            parameters: {
                query?: {
                    display?: string;
                    page?: number;
                    pagesize?: number;
                    format?: "json" | "omtd-share";
                };
                header?: never;
                path: {
                    /** @example categories */
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Old address: /biblioportal/... */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example categories */
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/x-www-form-urlencoded": Record<string, never>;
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description the portal's answer */
                200: {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/xml": unknown;
                        "application/zip": unknown;
                    };
                };
                /** @description an export is being made; ask again */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description no JSON, or too large: where it is */
                302: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the same after a POST */
                303: {
                    headers: {
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description the portal's error, or why we did not ask it */
                "4XX": {
                    headers: {
                        "RateLimit-Limit"?: string;
                        "RateLimit-Remaining"?: string;
                        "RateLimit-Reset"?: string;
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the portal's error, or why we did not ask it */
                "5XX": {
                    headers: {
                        /** @description seconds to wait, where that is known */
                        "Retry-After"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the server up? */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Does the function run? */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Engine, storage, freshness: can we be relied on? */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be pinned */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was added, changed and removed */
        get: {
            parameters: {
                query?: {
                    since?: string;
                    provider?: string;
                    format?: "json" | "atom";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                        "application/atom+xml": string;
                    };
                };
                /** @description too large: where it is */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/harvests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How fresh the data are */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/harvests/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One harvest */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    run: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description what was wrong with the request */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what is wrong on our side or at a source */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description what is wrong */
            field?: string;
            /** @description the names that exist */
            allowed?: string[];
        };
        Page: {
            total: number;
            total_page: number;
            page: number;
            size: number;
            items: Record<string, never>[];
            /** @description those that were asked for: values with counts; concepts with identifier and label; numbers in bars */
            facets?: {
                [key: string]: Record<string, never>[];
            };
            /** @description each piece of the text that was understood, with its filter */
            interpreted?: Record<string, never>[];
            /** @description what was loosened because the text as it stands finds nothing */
            relaxed?: string[];
            /** @description chosen values that no record has, with the nearest */
            notes?: Record<string, never>[];
            /** @description other texts, with how many records each finds */
            did_you_mean?: Record<string, never>[];
            /** @description with `explain`: by record what matched where */
            explanations?: Record<string, never>;
            /** @description what the answer was made from; give it back as `release` */
            generation?: string;
            /** @description give it back as `cursor` for the page that follows */
            next?: string | null;
        };
        Portal: {
            /** @enum {unknown} */
            name: "ncbo" | "agroportal" | "sifr" | "biblioportal";
            title: string;
            /** @description whose fork of the software it runs */
            kind: string;
            /** @description ISO 639-1 */
            language: string;
            /** @description its own address */
            home: string;
            /** @description its address here */
            url: string;
        };
        /**
         * Connection
         * @description A directed pair of neuron types.
         */
        Connection: {
            /** Id */
            id: string;
            /**
             * Type
             * @default connection
             * @constant
             */
            type: "connection";
            /** Name */
            name: string;
            /** Source */
            source: string;
            /**
             * Page Link
             * @default null
             */
            page_link: string | null;
            /**
             * Version
             * @default null
             */
            version: string | null;
            /** @default null */
            file: components["schemas"]["SourceFile"] | null;
            /** @default null */
            preview: components["schemas"]["SourceFile"] | null;
            /**
             * Concepts
             * @default []
             */
            concepts: string[];
            presynaptic: components["schemas"]["Side"];
            postsynaptic: components["schemas"]["Side"];
            /**
             * Description
             * @default null
             */
            description: string | null;
            /**
             * Facts
             * @default {}
             */
            facts: {
                [key: string]: unknown;
            };
        };
        /**
         * Electrophysiology
         * @description A neuron type or a recorded electrophysiology trace.
         */
        Electrophysiology: {
            /** Id */
            id: string;
            /**
             * Type
             * @default electrophysiology
             * @constant
             */
            type: "electrophysiology";
            /** Name */
            name: string;
            /** Source */
            source: string;
            /**
             * Page Link
             * @default null
             */
            page_link: string | null;
            /**
             * Version
             * @default null
             */
            version: string | null;
            /** @default null */
            file: components["schemas"]["SourceFile"] | null;
            /** @default null */
            preview: components["schemas"]["SourceFile"] | null;
            /**
             * Concepts
             * @default []
             */
            concepts: string[];
            /**
             * Region
             * @default null
             */
            region: string | null;
            /**
             * Soma Region
             * @default null
             */
            soma_region: string | null;
            /**
             * Secondary Region
             * @default []
             */
            secondary_region: string[];
            /**
             * Layers
             * @default []
             */
            layers: string[];
            /**
             * Soma Layers
             * @default []
             */
            soma_layers: string[];
            /**
             * Axon Layers
             * @default []
             */
            axon_layers: string[];
            /**
             * Dendrite Layers
             * @default []
             */
            dendrite_layers: string[];
            /**
             * Species
             * @default null
             */
            species: string | null;
            /**
             * Cell Type
             * @default null
             */
            cell_type: string | null;
            /**
             * Supertype
             * @default null
             */
            supertype: string | null;
            /**
             * Synaptic Effect
             * @default null
             */
            synaptic_effect: ("excitatory" | "inhibitory") | null;
            /**
             * Synonyms
             * @default []
             */
            synonyms: string[];
            /**
             * Etype
             * @default null
             */
            etype: string | null;
            /**
             * Description
             * @default null
             */
            description: string | null;
            /**
             * Markers
             * @default []
             */
            markers: string[];
            /**
             * Negative Markers
             * @default []
             */
            negative_markers: string[];
            /**
             * Mixed Markers
             * @default []
             */
            mixed_markers: string[];
            /**
             * Papers
             * @default []
             */
            papers: components["schemas"]["Paper"][];
            /**
             * Metadata
             * @default null
             */
            metadata: {
                [key: string]: unknown;
            } | null;
            /**
             * Facts
             * @default {}
             */
            facts: {
                [key: string]: unknown;
            };
        };
        /** Link */
        Link: {
            /** Label */
            label: string;
            /**
             * Url
             * @default null
             */
            url: string | null;
        };
        /**
         * Model
         * @description A computational model.
         */
        Model: {
            /** Id */
            id: string;
            /**
             * Type
             * @default single
             * @constant
             */
            type: "single";
            /** Name */
            name: string;
            /** Source */
            source: string;
            /** Page Link */
            page_link: string;
            /**
             * Version
             * @default null
             */
            version: string | null;
            /** @default null */
            file: components["schemas"]["SourceFile"] | null;
            /** @default null */
            preview: components["schemas"]["SourceFile"] | null;
            /**
             * Concepts
             * @default []
             */
            concepts: string[];
            /** Description */
            description: string;
            /**
             * Regions
             * @default []
             */
            regions: string[];
            /**
             * Channels
             * @default []
             */
            channels: string[];
            /**
             * Receptors
             * @default []
             */
            receptors: string[];
            /**
             * Transmitters
             * @default []
             */
            transmitters: string[];
            /**
             * Genes
             * @default []
             */
            genes: string[];
            /**
             * Cell Types
             * @default []
             */
            cell_types: string[];
            /**
             * Model Types
             * @default []
             */
            model_types: string[];
            /**
             * Model Concepts
             * @default []
             */
            model_concepts: string[];
            /**
             * Implementers
             * @default []
             */
            implementers: string[];
            /**
             * Modeling Application
             * @default []
             */
            modeling_application: string[];
            /**
             * Papers
             * @default []
             */
            papers: components["schemas"]["Paper"][];
            /**
             * Readme Link
             * @default null
             */
            readme_link: string | null;
            /**
             * Model Files
             * @default []
             */
            model_files: components["schemas"]["Link"][];
            /** Class Id */
            class_id: number;
            /**
             * Facts
             * @default {}
             */
            facts: {
                [key: string]: unknown;
            };
        };
        /**
         * Morphology
         * @description A reconstructed neuron. `region` is the broadest, `secondary_region` the next level, `subregions` all deeper ones.
         */
        Morphology: {
            /** Id */
            id: string;
            /**
             * Type
             * @default morphology
             * @constant
             */
            type: "morphology";
            /** Name */
            name: string;
            /** Source */
            source: string;
            /**
             * Page Link
             * @default null
             */
            page_link: string | null;
            /**
             * Version
             * @default null
             */
            version: string | null;
            /** @default null */
            file: components["schemas"]["SourceFile"] | null;
            /** @default null */
            preview: components["schemas"]["SourceFile"] | null;
            /**
             * Concepts
             * @default []
             */
            concepts: string[];
            /** Region */
            region: string;
            /**
             * Secondary Region
             * @default []
             */
            secondary_region: string[];
            /**
             * Subregions
             * @default []
             */
            subregions: string[];
            /**
             * Layers
             * @default []
             */
            layers: string[];
            /**
             * Species
             * @default null
             */
            species: string | null;
            /**
             * Strain
             * @default null
             */
            strain: string | null;
            /**
             * Scientific Name
             * @default null
             */
            scientific_name: string | null;
            /**
             * Gender
             * @default null
             */
            gender: string | null;
            /**
             * Age Classification
             * @default null
             */
            age_classification: string | null;
            /**
             * Age Scale
             * @default null
             */
            age_scale: string | null;
            /**
             * Min Age
             * @default null
             */
            min_age: number | null;
            /**
             * Max Age
             * @default null
             */
            max_age: number | null;
            /**
             * Min Weight
             * @default null
             */
            min_weight: number | null;
            /**
             * Max Weight
             * @default null
             */
            max_weight: number | null;
            /**
             * Cell Class
             * @default null
             */
            cell_class: string | null;
            /**
             * Cell Type
             * @default null
             */
            cell_type: string | null;
            /**
             * Secondary Cell Type
             * @default null
             */
            secondary_cell_type: string | null;
            /**
             * Cell Types
             * @default []
             */
            cell_types: string[];
            /**
             * Description
             * @default null
             */
            description: string | null;
            /**
             * Archive
             * @default null
             */
            archive: string | null;
            /**
             * Link
             * @default null
             */
            link: string | null;
            /**
             * Protocol
             * @default null
             */
            protocol: string | null;
            /**
             * Experiment Condition
             * @default []
             */
            experiment_condition: string[];
            /**
             * Stain
             * @default null
             */
            stain: string | null;
            /**
             * Slicing Direction
             * @default null
             */
            slicing_direction: string | null;
            /**
             * Slicing Thickness
             * @default null
             */
            slicing_thickness: number | null;
            /**
             * Objective Type
             * @default null
             */
            objective_type: string | null;
            /**
             * Magnification
             * @default null
             */
            magnification: string | null;
            /**
             * Reconstruction Software
             * @default null
             */
            reconstruction_software: string | null;
            /**
             * Original Format
             * @default null
             */
            original_format: string | null;
            /**
             * Physical Integrity
             * @default null
             */
            physical_integrity: string | null;
            /**
             * Physical Integrities
             * @default []
             */
            physical_integrities: string[];
            /**
             * Morphologies
             * @default []
             */
            morphologies: string[];
            /**
             * Structural Domains
             * @default []
             */
            structural_domains: string[];
            /**
             * Soma Surface
             * @default null
             */
            soma_surface: number | null;
            /**
             * Surface
             * @default null
             */
            surface: number | null;
            /**
             * Volume
             * @default null
             */
            volume: number | null;
            /**
             * Shrinkage Reported
             * @default null
             */
            shrinkage_reported: string | null;
            /**
             * Shrinkage Corrected
             * @default null
             */
            shrinkage_corrected: string | null;
            /**
             * Shrinkage
             * @default {}
             */
            shrinkage: {
                [key: string]: number;
            };
            /**
             * Upload Date
             * @default null
             */
            upload_date: string | null;
            /**
             * Deposition Date
             * @default null
             */
            deposition_date: string | null;
            /**
             * Papers
             * @default []
             */
            papers: components["schemas"]["Paper"][];
            /**
             * Morphometry
             * @default {}
             */
            morphometry: {
                [key: string]: number;
            };
            /**
             * Mtype
             * @default null
             */
            mtype: string | null;
            /**
             * Facts
             * @default {}
             */
            facts: {
                [key: string]: unknown;
            };
        };
        /**
         * Paper
         * @description A publication: what a source says of it; `doi`, `pmid` and `pmcid` are bare, normalised identifiers.
         */
        Paper: {
            /** Label */
            label: string;
            /**
             * Url
             * @default null
             */
            url: string | null;
            /**
             * Title
             * @default null
             */
            title: string | null;
            /**
             * Authors
             * @default []
             */
            authors: string[];
            /**
             * Year
             * @default null
             */
            year: number | null;
            /**
             * Doi
             * @default null
             */
            doi: string | null;
            /**
             * Pmid
             * @default null
             */
            pmid: string | null;
            /**
             * Pmcid
             * @default null
             */
            pmcid: string | null;
        };
        /**
         * Side
         * @description One neuron type as an end of a connection.
         */
        Side: {
            /** Id */
            id: string;
            /** Source Id */
            source_id: string;
            /** Name */
            name: string;
            /** Source */
            source: string;
            /** Page Link */
            page_link: string;
            /**
             * Icon
             * @default null
             */
            icon: string | null;
            /**
             * Soma Region
             * @default null
             */
            soma_region: string | null;
            /** Secondary Region */
            secondary_region: string[];
            /** Layers */
            layers: string[];
            /**
             * Cell Type
             * @default null
             */
            cell_type: string | null;
            /**
             * Supertype
             * @default null
             */
            supertype: string | null;
            /**
             * Concepts
             * @default []
             */
            concepts: string[];
            /**
             * Synaptic Effect
             * @default null
             */
            synaptic_effect: ("excitatory" | "inhibitory") | null;
            /**
             * Markers
             * @default []
             */
            markers: string[];
            /**
             * Negative Markers
             * @default []
             */
            negative_markers: string[];
            /**
             * Mixed Markers
             * @default []
             */
            mixed_markers: string[];
            /**
             * Papers
             * @default []
             */
            papers: components["schemas"]["Paper"][];
        };
        /**
         * SourceFile
         * @description A file as the source has it: addresses to try in order, the name a person gets, and what it must be.
         */
        SourceFile: {
            /** Urls */
            urls: string[];
            /** Name */
            name: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "morphology" | "trace" | "archive" | "image";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
