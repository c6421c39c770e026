/** Help texts by screen, in the order of the work; words under `help:topic`. */
export const TOPICS = ['start', 'scan', 'hostKeys', 'inventory', 'server', 'systems', 'assessment', 'plan', 'progress', 'catalogue', 'reports', 'safety'] as const;

/** Words of the trade; under `help:words`. */
export const GLOSSARY = ['adoption', 'claimed', 'department', 'system', 'server', 'group', 'wave', 'cutOver', 'rollback', 'freeze', 'ledger', 'acceptance', 'rightSizing', 'consolidation', 'dependency', 'percentile', 'evidence', 'vault', 'hostKey', 'scenario', 'catalogue', 'canary', 'confidence'] as const;
