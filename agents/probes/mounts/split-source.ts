/** The machines that serve a network mount, and what they serve. */
export interface MountSource { readonly servers: readonly string[]; readonly share: string }

const hostOf = (text: string): string => {
  const bare = text.startsWith('[') ? text.slice(1, text.indexOf(']')) : text.replace(/[:@].*$/, '');
  return bare.slice(0, 255);
};

/** `srv:/a`, `[fd00::1]:/a`, `srv1,srv2:vol`, `10.0.0.1:6789,10.0.0.2:6789:/dir`, `10.1.1.1@tcp:10.1.1.2@tcp:/fs`, `user@srv:/dir` */
function splitColon(fsType: string, source: string): MountSource {
  const address = source.startsWith('[') ? source.indexOf(']') : 0;
  const cut = source.indexOf(':/', address) >= 0 ? source.indexOf(':/', address) : source.indexOf(':', address);
  if (cut <= 0) return { servers: [], share: source };
  const share = source.slice(cut + 1);
  const front = source.slice(0, cut);
  if (fsType === 'lustre') return { servers: front.split(/[:,]/).map(hostOf), share };
  const withoutUser = fsType === 'fuse.sshfs' ? front.slice(front.lastIndexOf('@') + 1) : front;
  return { servers: withoutUser.split(',').map(hostOf), share };
}

/**
 * Cuts what stands before a mount (`srv:/export`, `//srv/share`, `s3-bucket`) into machine and share, by the kind of file system.
 * Kinds that name no machine have none.
 */
export function splitSource(fsType: string, source: string): MountSource {
  const url = /^[a-z]{1,10}:\/\/([^/]{1,255})(\/.*)?$/.exec(source);
  if (url) return { servers: [hostOf((url[1] ?? '').replace(/^.*@/, ''))], share: url[2] ?? '/' };
  if (source.startsWith('//')) {
    const [server = '', ...share] = source.slice(2).split('/');
    return { servers: server === '' ? [] : [hostOf(server)], share: `/${share.join('/')}` };
  }
  if (/^(9p|gpfs|beegfs|ocfs2|afs|fuse\.(s3fs|rclone|juicefs|ossfs))$/.test(fsType)) return { servers: [], share: source };
  const { servers, share } = splitColon(fsType, source);
  return { servers: servers.filter((server) => server !== '').slice(0, 16), share };
}
